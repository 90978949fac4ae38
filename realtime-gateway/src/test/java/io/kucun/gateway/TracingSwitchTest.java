package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Traces")
class TracingSwitchTest {
  private static final String COLLECTOR = "http://collector:4318";

  private final Properties properties = new Properties();

  private String disabled(Map<String, String> environment) {
    Tracing.configure(environment, properties);
    return properties.getProperty(Tracing.PROPERTY, "as configured");
  }

  @Test
  @DisplayName("are on where a collector is named, by the environment or the command line")
  void on() {
    assertThat(disabled(Map.of())).isEqualTo("as configured");
    assertThat(disabled(Map.of(Tracing.VARIABLE, COLLECTOR))).isEqualTo("false");
    properties.clear();
    properties.setProperty(Tracing.VARIABLE, COLLECTOR);
    assertThat(disabled(Map.of())).isEqualTo("false");
  }

  @Test
  @DisplayName("are as somebody says")
  void said() {
    assertThat(disabled(Map.of(Tracing.VARIABLE, COLLECTOR, Tracing.SWITCH, "true")))
        .isEqualTo("as configured");
    assertThat(disabled(Map.of(Tracing.VARIABLE, COLLECTOR, Tracing.STANDARD_SWITCH, "true")))
        .isEqualTo("as configured");
    properties.setProperty(Tracing.PROPERTY, "true");
    assertThat(disabled(Map.of(Tracing.VARIABLE, COLLECTOR))).isEqualTo("true");
  }
}
