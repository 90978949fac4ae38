package io.kucun.gateway;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the settings that most leave as they are, {@code KUCUN_…}, against their bounds. */
final class Tuning {

  private static final int LARGEST = 1 << 30;
  private static final Duration HOUR = Duration.ofHours(1);

  /** A setting with the least and the most that it may be. */
  private sealed interface Bound {

    String name();

    /** Whether a value is within; what cannot be read is not. */
    boolean holds(String value);

    String expected();
  }

  private record Count(String name, int least, int most) implements Bound {
    @Override
    public boolean holds(String value) {
      long number = value.matches("\\d{1,10}") ? Long.parseLong(value) : -1;
      return number >= least && number <= most;
    }

    @Override
    public String expected() {
      return "a whole number from " + least + " to " + most + " expected";
    }
  }

  private record Time(String name, Duration least, Duration most) implements Bound {
    @Override
    public boolean holds(String value) {
      try {
        @Nullable Duration time = DurationConverter.parseDuration(value);
        return time != null && time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
      } catch (IllegalArgumentException | ArithmeticException e) {
        return false;
      }
    }

    @Override
    public String expected() {
      return "a duration such as 25S or PT5M expected, from " + least + " to " + most;
    }
  }

  private static final List<Bound> BOUNDS =
      List.of(
          new Time("KUCUN_GATEWAY_CHECK_EVERY", Duration.ofMillis(100), Duration.ofMinutes(1)),
          new Count("KUCUN_GATEWAY_LOG_EVENTS", 1, 1_000_000),
          new Count("KUCUN_GATEWAY_LOG_BYTES", 65_536, LARGEST),
          new Time("KUCUN_GATEWAY_LOG_AGE", Duration.ofSeconds(2), Duration.ofDays(1)),
          new Count("KUCUN_GATEWAY_OLDER_BYTES", 0, LARGEST),
          new Count("KUCUN_GATEWAY_REPLAY_BYTES", 1, LARGEST),
          new Time("KUCUN_ENTRY_HANDSHAKE_TIMEOUT", Duration.ofSeconds(1), HOUR),
          new Count("KUCUN_SESSION_MAX_COMMAND_BYTES", 256, 65_536),
          new Count("KUCUN_SESSION_MAX_CHANNELS", 1, 10_000),
          new Count("KUCUN_SESSION_COMMANDS_PER_SECOND", 1, 100_000),
          new Count("KUCUN_SESSION_COMMAND_BURST", 1, 100_000),
          new Time("KUCUN_SESSION_PING_EVERY", Duration.ofSeconds(1), HOUR),
          new Time("KUCUN_SESSION_PONG_WITHIN", Duration.ofSeconds(1), HOUR),
          new Time("KUCUN_SESSION_STALLED_AT_MOST", Duration.ofSeconds(1), HOUR),
          new Time("KUCUN_SESSION_TOKEN_GRACE", Duration.ZERO, HOUR));

  private Tuning() {}

  /** One line for each variable that is out of its bounds. */
  static List<String> faults(Map<String, String> variables) {
    return BOUNDS.stream()
        .filter(bound -> isWrong(bound, variables.get(bound.name())))
        .map(bound -> "Malformed environment variable " + bound.name() + ": " + bound.expected())
        .toList();
  }

  private static boolean isWrong(Bound bound, @Nullable String value) {
    return value != null && !bound.holds(value.strip());
  }
}
