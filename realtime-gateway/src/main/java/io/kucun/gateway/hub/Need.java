package io.kucun.gateway.hub;

import java.util.Arrays;

/** From which offset on events were needed within the last few ticks. */
final class Need {

  private final long[] lowest;
  private int now;

  Need(int ticks) {
    this.lowest = new long[ticks];
    Arrays.fill(lowest, Long.MAX_VALUE);
  }

  /** Everything after this offset is needed now. */
  void after(long offset) {
    lowest[now] = Math.min(lowest[now], offset);
  }

  void tick() {
    now = (now + 1) % lowest.length;
    lowest[now] = Long.MAX_VALUE;
  }

  /** What comes after this offset was needed; {@link Long#MAX_VALUE} if nothing was. */
  long lowest() {
    return Arrays.stream(lowest).min().orElse(Long.MAX_VALUE);
  }
}
