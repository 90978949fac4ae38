package io.kucun.local.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter, 0.5 to 20 s; a stable connection resets it. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LAST = Duration.ofSeconds(20);
  private static final Duration STABLE = Duration.ofSeconds(30);

  private final RandomGenerator random;
  private int failures;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The pause before the next attempt, after a connection of that length. */
  Duration next(Duration connected) {
    if (connected.compareTo(STABLE) >= 0) {
      failures = 0;
    }
    long bound = Math.min(LAST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
    failures++;
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
