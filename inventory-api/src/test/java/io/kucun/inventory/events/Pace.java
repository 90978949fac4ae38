package io.kucun.inventory.events;

import java.time.Duration;

/** The defaults, but for what a test says. */
record Pace(int logMax, Duration poll, Duration renewal) implements EventSettings {
  private static final Duration NEVER = Duration.ofDays(1);

  /** Nothing happens by itself, and the database is asked for the lease at every step. */
  Pace() {
    this(10_000);
  }

  Pace(int logMax) {
    this(logMax, NEVER, Duration.ZERO);
  }

  /** The pace of production. */
  static Pace polling() {
    return new Pace(10_000, Duration.ofMillis(250), Duration.ofSeconds(1));
  }

  @Override
  public Duration compare() {
    return Duration.ofSeconds(2);
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(7);
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(5);
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
