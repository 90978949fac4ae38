package io.kucun.gateway;

import io.kucun.gateway.Bound.Count;
import io.kucun.gateway.Bound.Switch;
import io.kucun.gateway.Bound.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks the settings that most leave as they are, {@code KUCUN_…}, against their bounds. */
final class Tuning {

  private static final int LARGEST = 1 << 30;
  private static final Duration HOUR = Duration.ofHours(1);

  private record Setting(String name, Bound bound) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting(
              "KUCUN_GATEWAY_CHECK_EVERY", new Time(Duration.ofMillis(100), Duration.ofMinutes(1))),
          new Setting("KUCUN_GATEWAY_LOG_EVENTS", new Count(1, 1_000_000)),
          new Setting("KUCUN_GATEWAY_LOG_BYTES", new Count(65_536, LARGEST)),
          new Setting("KUCUN_GATEWAY_LOG_AGE", new Time(Duration.ofSeconds(2), Duration.ofDays(1))),
          new Setting("KUCUN_GATEWAY_OLDER_BYTES", new Count(0, LARGEST)),
          new Setting("KUCUN_GATEWAY_REPLAY_BYTES", new Count(1, LARGEST)),
          new Setting("KUCUN_ENTRY_HANDSHAKE_TIMEOUT", new Time(Duration.ofSeconds(1), HOUR)),
          new Setting("KUCUN_SESSION_MAX_COMMAND_BYTES", new Count(256, 65_536)),
          new Setting("KUCUN_SESSION_MAX_CHANNELS", new Count(1, 10_000)),
          new Setting("KUCUN_SESSION_COMMANDS_PER_SECOND", new Count(1, 100_000)),
          new Setting("KUCUN_SESSION_COMMAND_BURST", new Count(1, 100_000)),
          new Setting("KUCUN_SESSION_PING_EVERY", new Time(Duration.ofSeconds(1), HOUR)),
          new Setting("KUCUN_SESSION_PONG_WITHIN", new Time(Duration.ofSeconds(1), HOUR)),
          new Setting("KUCUN_SESSION_STALLED_AT_MOST", new Time(Duration.ofSeconds(1), HOUR)),
          new Setting("KUCUN_SESSION_TOKEN_GRACE", new Time(Duration.ZERO, HOUR)),
          new Setting("KUCUN_SESSION_DRAIN_WINDOW", new Time(Duration.ZERO, HOUR)),
          new Setting("KUCUN_WIRE_SHARED_FRAMES", new Switch()));

  private Tuning() {}

  /** One line for each variable, or property of the same meaning, that is out of its bounds. */
  static List<String> faults(Map<String, String> variables) {
    return SETTINGS.stream().flatMap(setting -> faults(setting, variables)).toList();
  }

  private static Stream<String> faults(Setting setting, Map<String, String> variables) {
    return variables.entrySet().stream()
        .filter(it -> LongNames.capitals(it.getKey()).equals(setting.name()))
        .filter(it -> !setting.bound().holds(it.getValue().strip()))
        .map(it ->
            "Malformed environment variable " + it.getKey() + ": " + setting.bound().expected());
  }
}
