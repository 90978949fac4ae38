package io.kucun.gateway.hub;

import java.util.ArrayDeque;
import java.util.Deque;

/** Which message was the newest at each of the last ticks. Belongs to the hub's thread. */
final class Ages {

  private final int ticks;
  private final Deque<Long> newest = new ArrayDeque<>();

  /**
   * Starts at no age.
   *
   * @param ticks after how many a message is old; 0 for never
   */
  Ages(int ticks) {
    this.ticks = ticks;
  }

  /** Time has passed: the last of the messages that are old now, {@link Long#MIN_VALUE} if none. */
  long tick(long last) {
    if (ticks == 0) {
      return Long.MIN_VALUE;
    }
    newest.add(last);
    return newest.size() > ticks ? newest.remove() : Long.MIN_VALUE;
  }
}
