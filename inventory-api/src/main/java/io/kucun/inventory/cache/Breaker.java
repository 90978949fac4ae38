package io.kucun.inventory.cache;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a server alone that does not answer: after some failures in a row nobody asks for a while,
 * then one read may try, and all others go on when it succeeds. Thread-safe.
 */
final class Breaker {
  private final int tolerated;
  private final long first;
  private final long longest;
  private final LongSupplier nanos;
  private volatile int failures;
  private volatile boolean open;
  private boolean trying;
  private long reopens;
  private long rest;

  /**
   * Starts closed.
   *
   * @param tolerated failures in a row, the last of which opens it
   * @param first how long it is open the first time; twice as long each time after
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Breaker(int tolerated, Duration first, Duration longest, LongSupplier nanos) {
    this.tolerated = tolerated;
    this.first = first.toNanos();
    this.longest = longest.toNanos();
    this.nanos = nanos;
    this.rest = this.first;
  }

  /** Whether to ask now; who gets true tells how it went. */
  boolean allows() {
    return !open || isTurn();
  }

  boolean isOpen() {
    return open;
  }

  void succeeded() {
    if (open || failures > 0) {
      close();
    }
  }

  void failed() {
    failed(1);
  }

  /** So many reads have failed at once. */
  synchronized void failed(int reads) {
    if (open && !trying) {
      return; // Asked before it opened.
    }
    failures += reads;
    if (trying || failures >= tolerated) {
      open = true;
      trying = false;
      reopens = nanos.getAsLong() + rest;
      rest = Math.min(rest * 2, longest);
    }
  }

  private synchronized boolean isTurn() {
    if (open && (trying || nanos.getAsLong() - reopens < 0)) {
      return false;
    }
    trying = open;
    return true;
  }

  private synchronized void close() {
    failures = 0;
    open = false;
    trying = false;
    rest = first;
  }
}
