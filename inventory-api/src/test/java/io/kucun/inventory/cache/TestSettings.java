package io.kucun.inventory.cache;

import java.time.Duration;

/** The defaults, but for what a test says; a read waits long enough for Redis on a busy machine. */
class TestSettings implements CacheSettings {
  @Override
  public Duration readBudget() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration confirmation() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration retry() {
    return Duration.ofMillis(50);
  }

  @Override
  public int tolerated() {
    return 5;
  }

  @Override
  public Duration rest() {
    return Duration.ofMillis(100);
  }

  @Override
  public Duration longestRest() {
    return Duration.ofMillis(400);
  }

  @Override
  public Duration lease() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Duration leasePatience() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration flightPatience() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Duration negativeTtl() {
    return Duration.ofSeconds(5);
  }

  @Override
  public double refreshAhead() {
    return 0.15;
  }

  @Override
  public int loads() {
    return 12;
  }

  @Override
  public int waitingLoads() {
    return 1_000;
  }

  @Override
  public int waitingLooks() {
    return 1_000;
  }

  @Override
  public long copiedBytes() {
    return 1 << 24;
  }

  @Override
  public int leastCopied() {
    return 1;
  }
}
