package io.kucun.gateway.hub;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of older events all channels together may keep beyond the limits of each. Changed
 * by the hub's thread, read by any.
 */
final class Allowance {

  private final long limit;
  private final AtomicLong used = new AtomicLong();

  Allowance(long limit) {
    this.limit = limit;
  }

  /** Less again if negative. */
  void use(long bytes) {
    used.addAndGet(bytes);
  }

  /** Whether too little is left for it to be worth while to read more. */
  boolean isNearlyFull() {
    return used.get() >= limit - limit / 8;
  }

  /** What one read may take, so that many fit. */
  long share() {
    return limit / 16;
  }

  boolean hasRoom() {
    return used.get() < limit;
  }

  boolean isExceeded() {
    return used.get() > limit;
  }

  long used() {
    return used.get();
  }
}
