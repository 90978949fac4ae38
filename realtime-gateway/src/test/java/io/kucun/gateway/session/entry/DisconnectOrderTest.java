package io.kucun.gateway.session.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An order to disconnect")
class DisconnectOrderTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("is heard as it was asked for")
  void roundTrip() {
    DisconnectOrder order = DisconnectOrder.asked(bytes(" {\"sub\" : \"a\\\"é砖\"} "));
    assertThat(order.toJson()).isEqualTo("{\"type\":\"disconnect\",\"sub\":\"a\\\"é砖\"}");
    assertThat(DisconnectOrder.heard(bytes(order.toJson()))).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"ann\"",
        "{}",
        "{\"sub\":\"\"}",
        "{\"sub\":\" \"}",
        "{\"sub\":1}",
        "{\"sub\":[\"ann\"]}",
        "{\"sub\":\"ann\",\"sub\":\"bob\"}",
        "{\"sub\":\"ann\",\"all\":true}",
        "{\"sub\":\"ann\"} {}",
        "{\"sub\":\"ann\"",
        "sub=ann"
      })
  @DisplayName("is not asked for in other words")
  void malformed(String body) {
    assertThatThrownBy(() -> DisconnectOrder.asked(bytes(body)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.INVALID_BODY));
  }

  @Test
  @DisplayName("names a subject that a token could have")
  void length() {
    String longest = "x".repeat(255);
    assertThat(DisconnectOrder.asked(bytes("{\"sub\":\"" + longest + "\"}")).subject())
        .isEqualTo(longest);
    assertThatThrownBy(() -> DisconnectOrder.asked(bytes("{\"sub\":\"x" + longest + "\"}")))
        .isInstanceOf(RefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"sub\":\"ann\"}",
        "{\"type\":\"other\",\"sub\":\"ann\"}",
        "{\"type\":\"disconnect\"}"
      })
  @DisplayName("is not heard in anything else")
  void other(String message) {
    assertThat(DisconnectOrder.heard(bytes(message))).isNull();
  }

  @Test
  @DisplayName("is heard with fields that are not known yet")
  void lenient() {
    assertThat(
            DisconnectOrder.heard(
                bytes("{\"sub\":\"ann\",\"by\":{\"x\":[1]},\"type\":\"disconnect\"}")))
        .isEqualTo(new DisconnectOrder("ann"));
  }
}
