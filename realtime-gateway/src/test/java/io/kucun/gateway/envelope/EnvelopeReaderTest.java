package io.kucun.gateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.protocol.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An envelope")
class EnvelopeReaderTest {

  private final EnvelopeReader reader = new EnvelopeReader();

  private Envelope read(String text) throws InvalidEnvelopeException {
    return reader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("is read as the samples say, and its text kept exactly")
  void samples() throws Exception {
    String data = Samples.read("server-data");
    assertThat(read(data))
        .isEqualTo(
            new Envelope(
                "inventory",
                "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                null,
                1_790_000_000_000L,
                new Position("e1", 100),
                data));
    String owned = Samples.read("server-data-owned");
    assertThat(read(owned))
        .isEqualTo(
            new Envelope(
                "orders", "o1", "sub-sales", 1_790_000_000_000L, new Position("e1", 18), owned));
    String live = Samples.read("server-data-live-only");
    assertThat(read(live))
        .isEqualTo(new Envelope("products", null, null, 1_790_000_000_000L, null, live));
  }

  @Test
  @DisplayName("may hold anything as data, and fields that are new here")
  void payload() throws Exception {
    String text =
        " {\"traceparent\":[\"x\",{}],\"data\":{\"channel\":\"trap\",\"offset\":[{\"epoch\":1}],\"名\":\"砖\\n\"},\"ts\":0,\"channel\":\"a\",\"key\":null} ";
    assertThat(read(text)).isEqualTo(new Envelope("a", null, null, 0, null, text));
  }

  @ParameterizedTest
  @DisplayName("is refused when it is not whole")
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"x\"",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1}}",
        "{\"data\":{},\"ts\":1}",
        "{\"channel\":\"a\",\"ts\":1}",
        "{\"channel\":\"a\",\"data\":{}}",
        "{\"channel\":1,\"data\":{},\"ts\":1}",
        "{\"channel\":\"a\",\"channel\":\"a\",\"data\":{},\"ts\":1}",
        "{\"channel\":\"a\",\"data\":{},\"data\":{},\"ts\":1}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":\"1\"}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1.5}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1,\"offset\":1}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1,\"epoch\":\"e\"}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1,\"epoch\":\"e\",\"offset\":-1}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1,\"epoch\":\"e\",\"offset\":99999999999999999999}",
        "{\"channel\":\"a\",\"data\":{},\"ts\":1,\"owner\":{}}",
      })
  void refused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidEnvelopeException.class);
  }

  @Test
  @DisplayName("has a position that is read from Redis as epoch and offset")
  void position() {
    assertThat(Position.parse("e:1:17")).isEqualTo(new Position("e:1", 17));
    assertThat(new Position("e1", 17)).hasToString("e1:17");
    for (String bad : new String[] {"", ":1", "e", "e:", "e:-1", "e:x"}) {
      assertThatThrownBy(() -> Position.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Position("e1", 17).isFollowedBy(new Position("e1", 18))).isTrue();
    assertThat(new Position("e1", 17).isFollowedBy(new Position("e1", 19))).isFalse();
    assertThat(new Position("e1", 17).isFollowedBy(new Position("e2", 18))).isFalse();
  }
}
