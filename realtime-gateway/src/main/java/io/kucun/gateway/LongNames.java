package io.kucun.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names that a setting has besides its variable's: {@code kucun.…} as a property, and the same
 * in capitals as a variable. What has one of them counts before what has the variable.
 */
final class LongNames {

  /** Long names in capitals, and the variables that set the same. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("KUCUN_GATEWAY_REDIS_URL", "REDIS_URL"),
          Map.entry("KUCUN_GATEWAY_REDIS_POOL_SIZE", "REDIS_POOL_SIZE"),
          Map.entry("KUCUN_GATEWAY_NAMESPACE", "REDIS_NAMESPACE"),
          Map.entry("KUCUN_GATEWAY_CHANNELS", "WS_CHANNELS"),
          Map.entry("KUCUN_ENTRY_ALLOWED_ORIGINS", "WS_ALLOWED_ORIGINS"),
          Map.entry("KUCUN_ENTRY_TRUSTED_PROXIES", "TRUSTED_PROXIES"),
          Map.entry("KUCUN_ENTRY_MAX_CONNECTIONS", "WS_MAX_CONNECTIONS"),
          Map.entry("KUCUN_ENTRY_MAX_CONNECTIONS_PER_USER", "WS_MAX_CONNECTIONS_PER_USER"),
          Map.entry("KUCUN_ENTRY_MAX_CONNECTIONS_PER_ADDRESS", "WS_MAX_CONNECTIONS_PER_ADDRESS"),
          Map.entry("KUCUN_ENTRY_MAX_HANDSHAKES_PER_SECOND", "WS_MAX_HANDSHAKES_PER_SECOND"),
          Map.entry("KUCUN_SESSION_DRAIN_PER_SECOND", "WS_MAX_HANDSHAKES_PER_SECOND"),
          Map.entry("KUCUN_WIRE_MAX_BYTES_PER_CLIENT", "WS_MAX_BYTES_PER_CLIENT"));

  private LongNames() {}

  /** Which of these set the same as a variable, that one first. */
  static List<String> of(String variable, Map<String, String> variables) {
    return variables.keySet().stream()
        .filter(name -> name.equals(variable) || variable.equals(SHORT.get(capitals(name))))
        .sorted((one, other) -> Boolean.compare(other.equals(variable), one.equals(variable)))
        .toList();
  }

  /** What a property is called as a variable; a variable's name stays. */
  static String capitals(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
