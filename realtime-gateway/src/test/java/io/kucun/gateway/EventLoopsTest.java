package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Event loops")
class EventLoopsTest {

  private final Properties properties = new Properties();

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 1", "4, 2", "16, 8"})
  @DisplayName("are half as many as processors, at least one")
  void number(int processors, String loops) {
    EventLoops.configure(Map.of(), properties, processors);
    assertThat(properties).containsEntry(EventLoops.PROPERTY, loops);
  }

  @Test
  @DisplayName("are as many as somebody says")
  void configured() {
    EventLoops.configure(Map.of(EventLoops.VARIABLE, "3"), properties, 16);
    assertThat(properties).isEmpty();
    properties.setProperty(EventLoops.PROPERTY, "5");
    EventLoops.configure(Map.of(), properties, 16);
    assertThat(properties).containsEntry(EventLoops.PROPERTY, "5");
  }
}
