package io.kucun.inventory.redis;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waiting times between attempts: doubling from the first to the longest, each with half of it
 * random. Thread-safe.
 */
public final class Backoff {
  private final long first;
  private final long longest;
  private long next;

  /** Starts at the first. */
  public Backoff(Duration first, Duration longest) {
    this.first = first.toMillis();
    this.longest = longest.toMillis();
    this.next = this.first;
  }

  /** How long to wait now, in milliseconds; the next wait is longer. */
  public synchronized long nextMillis() {
    long wait = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
    next = Math.min(next * 2, longest);
    return Math.max(1, wait);
  }

  /** Begins again with the first. */
  public synchronized void reset() {
    next = first;
  }
}
