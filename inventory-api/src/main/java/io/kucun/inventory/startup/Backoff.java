package io.kucun.inventory.startup;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waiting times between attempts: doubling from the first to the longest, each with half of it
 * random.
 */
final class Backoff {
  private final long first;
  private final long longest;
  private long next;

  Backoff(Duration first, Duration longest) {
    this.first = first.toMillis();
    this.longest = longest.toMillis();
    this.next = this.first;
  }

  long nextMillis() {
    long wait = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
    next = Math.min(next * 2, longest);
    return Math.max(1, wait);
  }

  void reset() {
    next = first;
  }
}
