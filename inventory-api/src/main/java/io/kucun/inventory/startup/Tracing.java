package io.kucun.inventory.startup;

import java.util.Map;
import java.util.Properties;

/** Whether there are traces: if a collector is named, or the setting itself. */
final class Tracing {
  static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";
  static final String SWITCH = "QUARKUS_OTEL_SDK_DISABLED";

  /** The name of the same switch in the specification of OpenTelemetry. */
  static final String STANDARD_SWITCH = "OTEL_SDK_DISABLED";

  /** Where a collector does not listen for what is exported here. */
  static final int GRPC_PORT = 4317;

  static final String PROPERTY = "quarkus.otel.sdk.disabled";

  private Tracing() {}

  static void configure(Map<String, String> environment, Properties properties) {
    String collector = properties.getProperty(VARIABLE, environment.getOrDefault(VARIABLE, ""));
    boolean off = "true".equalsIgnoreCase(environment.get(STANDARD_SWITCH));
    if (!collector.isBlank() && !off && !environment.containsKey(SWITCH)) {
      properties.putIfAbsent(PROPERTY, "false");
    }
  }
}
