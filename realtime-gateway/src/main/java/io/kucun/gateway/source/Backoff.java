package io.kucun.gateway.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: a random part of a limit that doubles, so that many do not
 * come back at once.
 */
final class Backoff {

  private final Duration first;
  private final Duration most;
  private final RandomGenerator random;
  private int attempts;

  Backoff(Duration first, Duration most, RandomGenerator random) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  Duration next() {
    long limit = Math.min(most.toMillis(), first.toMillis() << Math.min(attempts, 20));
    attempts++;
    return Duration.ofMillis(1 + random.nextLong(limit));
  }

  void reset() {
    attempts = 0;
  }
}
