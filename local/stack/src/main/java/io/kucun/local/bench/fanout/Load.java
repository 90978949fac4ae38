package io.kucun.local.bench.fanout;

import java.time.Duration;
import java.util.Locale;

/**
 * How many clients get how much.
 *
 * @param perSecond messages that each of them gets in a second
 * @param burst how many of these are published at once
 */
record Load(int connections, int perSecond, int burst) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  long intervalNanos() {
    return NANOS_PER_SECOND * burst / perSecond;
  }

  /** How many bursts fill so much time, at least one. */
  int bursts(Duration time) {
    return Math.toIntExact(Math.max(1, time.toNanos() / intervalNanos()));
  }

  @Override
  public String toString() {
    String together = burst == 1 ? "one at a time" : "in bursts of " + burst;
    return String.format(
        Locale.ROOT, "%,d clients, %,d messages/s each, %s", connections, perSecond, together);
  }
}
