package io.kucun.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The positions to resume from")
class PositionsTest {
  private final Positions positions = new Positions(Map.of());

  private void learn(String frame) {
    positions.learn(Json.parse(frame));
  }

  private String since(String... channels) {
    return positions.since(List.of(channels)).toString();
  }

  @Test
  @DisplayName("are none at first")
  void none() {
    assertThat(since("orders")).isEqualTo("{}");
  }

  @Test
  @DisplayName("start where the subscription starts and follow the events")
  void follow() {
    learn("{\"type\":\"subscribed\",\"channels\":{\"orders\":{\"epoch\":\"e1\",\"offset\":17}}}");
    assertThat(since("orders")).isEqualTo("{\"orders\":{\"epoch\":\"e1\",\"offset\":17}}");
    learn("{\"channel\":\"orders\",\"data\":{},\"epoch\":\"e1\",\"offset\":18}");
    assertThat(since("orders:42")).isEqualTo("{\"orders:42\":{\"epoch\":\"e1\",\"offset\":18}}");
  }

  @Test
  @DisplayName("stay behind the replay that a recovered subscription announces")
  void stayBehindReplay() {
    learn("{\"channel\":\"orders\",\"data\":{},\"epoch\":\"e1\",\"offset\":18}");
    learn(
        "{\"type\":\"subscribed\",\"channels\":"
            + "{\"orders\":{\"epoch\":\"e1\",\"offset\":30,\"recovered\":true}}}");
    assertThat(since("orders")).contains("18");
  }

  @Test
  @DisplayName("jump where the gateway says that it cannot recover")
  void jump() {
    learn("{\"channel\":\"orders\",\"data\":{},\"epoch\":\"e1\",\"offset\":18}");
    learn(
        "{\"type\":\"subscribed\",\"channels\":"
            + "{\"orders\":{\"epoch\":\"e2\",\"offset\":3,\"recovered\":false}}}");
    assertThat(since("orders")).contains("e2").contains("3");
    learn("{\"type\":\"resync\",\"channel\":\"orders\",\"epoch\":\"e2\",\"offset\":99}");
    assertThat(since("orders")).contains("99");
  }

  @Test
  @DisplayName("ignore live messages, refused channels and other words")
  void ignore() {
    learn("{\"channel\":\"orders\",\"data\":{}}");
    learn("{\"type\":\"subscribed\",\"channels\":{\"x\":{\"error\":\"unknown_channel\"}}}");
    learn("{\"type\":\"pong\"}");
    assertThat(since("orders", "x")).isEqualTo("{}");
  }
}
