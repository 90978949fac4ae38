package io.kucun.gateway;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Whether there are traces: if a collector is named, or the setting itself. */
final class Tracing {
  static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";
  static final String PROPERTY = "quarkus.otel.sdk.disabled";

  private Tracing() {}

  static void configure(@Nullable String collector, Properties properties) {
    if (collector != null && !collector.isBlank()) {
      properties.putIfAbsent(PROPERTY, "false");
    }
  }
}
