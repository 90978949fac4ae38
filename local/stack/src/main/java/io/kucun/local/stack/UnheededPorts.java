package io.kucun.local.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The services' own port variables, which the launcher sets anew for each of them. */
public final class UnheededPorts {
  private static final Map<String, List<Ports>> INSTEAD = new LinkedHashMap<>();

  static {
    INSTEAD.put("API_PORT", List.of(Ports.API));
    INSTEAD.put("WS_PORT", List.of(Ports.GATEWAY));
    INSTEAD.put("MANAGEMENT_PORT", List.of(Ports.API_MANAGEMENT, Ports.GATEWAY_MANAGEMENT));
  }

  private UnheededPorts() {}

  /** A line for each that is set to something else than what it will be. */
  public static List<String> lines(Settings settings) {
    return INSTEAD.entrySet().stream()
        .filter(entry -> isUnheeded(entry.getKey(), entry.getValue(), settings))
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean isUnheeded(String variable, List<Ports> ports, Settings settings) {
    String value = settings.environment().getOrDefault(variable, "").strip();
    return !value.isEmpty()
        && ports.stream().anyMatch(port -> !value.equals(String.valueOf(settings.port(port))));
  }

  private static String line(String variable, List<Ports> ports) {
    return ports.stream()
        .map(Ports::variable)
        .collect(Collectors.joining(" and ", variable + " moves nothing here: set ", " instead"));
  }
}
