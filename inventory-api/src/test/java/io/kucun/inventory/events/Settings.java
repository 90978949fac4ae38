package io.kucun.inventory.events;

import java.time.Duration;

/** The defaults, but that the database is asked for the lease at every step, and no poll. */
record Settings(int logMax, Duration retention, Duration compare) implements EventSettings {
  private static final Duration NEVER = Duration.ofDays(1);

  Settings() {
    this(10_000);
  }

  Settings(int logMax) {
    this(logMax, Duration.ofDays(7), Duration.ofSeconds(2));
  }

  @Override
  public Duration poll() {
    return NEVER;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration renewal() {
    return Duration.ZERO;
  }

  @Override
  public int batch() {
    return 500;
  }

  @Override
  public Duration cleaning() {
    return NEVER;
  }

  @Override
  public Duration counting() {
    return NEVER;
  }

  @Override
  public Duration late() {
    return Duration.ofSeconds(10);
  }
}
