package io.kucun.gateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the events of one channel: each must be the next, unless a resync says where to go on.
 */
final class Trail {

  private static final Pattern OFFSET = Pattern.compile("\"offset\":(\\d+)");

  private long at;
  int resyncs;

  /** Begins after this offset. */
  Trail(long at) {
    this.at = at;
  }

  long at() {
    return at;
  }

  /** Takes an event or a resync; other frames are passed over. */
  Trail follow(String frame) {
    if (frame.startsWith("{\"type\":\"resync\"")) {
      at = offset(frame);
      resyncs++;
    } else if (frame.startsWith("{\"channel\":")) {
      long offset = offset(frame);
      if (offset != at + 1) {
        throw new AssertionError(offset + " after " + at);
      }
      at = offset;
    }
    return this;
  }

  private static long offset(String frame) {
    Matcher matcher = OFFSET.matcher(frame);
    if (!matcher.find()) {
      throw new AssertionError(frame);
    }
    return Long.parseLong(matcher.group(1));
  }
}
