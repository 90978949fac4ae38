package io.kucun.inventory.write;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The span of one write in its trace, as W3C Trace Context writes it: {@code toString()} is a
 * {@code traceparent} whose parent is this span.
 *
 * @param traceId 32 hex digits, shared by all that belongs to the trace
 * @param spanId 16 hex digits, of this write alone
 * @param flags 2 hex digits, as the caller decided: whether the trace is sampled
 */
record TraceContext(String traceId, String spanId, String flags) {
  /** A later version may say more, behind another dash; what it says first stays. */
  private static final Pattern WELL_FORMED =
      Pattern.compile(
          "(?!ff)(?<version>[0-9a-f]{2})-(?<trace>(?!0{32})[0-9a-f]{32})"
              + "-(?!0{16})[0-9a-f]{16}-(?<flags>[0-9a-f]{2})(?<more>-.*)?");

  /** Sampled, and made at random: the flags that are defined. All others are sent on as 0. */
  private static final int KNOWN_FLAGS = 0b11;

  private static final HexFormat HEX = HexFormat.of();

  /** A span of the caller's trace, or of a new one that is not sampled if there is none. */
  static TraceContext of(@Nullable List<String> traceparents) {
    if (traceparents != null && traceparents.size() == 1) {
      Matcher given = WELL_FORMED.matcher(traceparents.getFirst());
      if (given.matches()
          && (given.group("more") == null || !given.group("version").equals("00"))) {
        return new TraceContext(group(given, "trace"), id(), known(group(given, "flags")));
      }
    }
    return new TraceContext(id() + id(), id(), "00");
  }

  private static String group(Matcher matcher, String name) {
    return Objects.requireNonNull(matcher.group(name));
  }

  private static String known(String flags) {
    return HEX.toHexDigits((byte) (HexFormat.fromHexDigits(flags) & KNOWN_FLAGS));
  }

  private static String id() {
    long random;
    do {
      random = ThreadLocalRandom.current().nextLong();
    } while (random == 0);
    return HEX.toHexDigits(random);
  }

  @Override
  public String toString() {
    return "00-" + traceId + '-' + spanId + '-' + flags;
  }
}
