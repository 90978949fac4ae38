package io.kucun.local.bench.fanout;

import java.util.concurrent.atomic.AtomicLongArray;

/** When each message was given to Redis, by its offset; the latest ones only. */
final class Departures {
  private static final int KEPT = 1 << 16;

  private final AtomicLongArray nanos = new AtomicLongArray(KEPT);

  void note(long offset, long now) {
    nanos.setRelease((int) (offset & (KEPT - 1)), now);
  }

  long of(long offset) {
    return nanos.getAcquire((int) (offset & (KEPT - 1)));
  }
}
