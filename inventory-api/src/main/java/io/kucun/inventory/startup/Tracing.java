package io.kucun.inventory.startup;

import java.util.Map;
import java.util.Properties;

/** Whether there are traces: if a collector is named, or the setting itself. */
final class Tracing {
  static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";
  static final String SWITCH = "QUARKUS_OTEL_SDK_DISABLED";
  static final String PROPERTY = "quarkus.otel.sdk.disabled";

  private Tracing() {}

  static void configure(Map<String, String> environment, Properties properties) {
    String collector = properties.getProperty(VARIABLE, environment.getOrDefault(VARIABLE, ""));
    if (!collector.isBlank() && !environment.containsKey(SWITCH)) {
      properties.putIfAbsent(PROPERTY, "false");
    }
  }
}
