package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.protocol.Samples;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The trace of an event")
class TraceTest extends GatewayTest {

  private static final String SPAN = "00-4bf92f3577b34da6a3ce929d0e0e4736-b9c7c989f97918e1-01";

  @Test
  @DisplayName("reaches the client as it was published, and the log at debug level")
  void followed() {
    String published = Samples.read("server-data").replace(",\"offset\":100,\"epoch\":\"e1\"", "");
    assertThat(published).contains(SPAN);
    try (LogWatch log = new LogWatch("io.kucun.gateway.source.Source").inDetail();
        Client client = Client.welcomed(base, Tokens.of("vera", "viewer"))) {
      client.send("{\"type\":\"subscribe\",\"channel\":\"inventory\"}").next("subscribed");
      redis().command("PUBLISH", "kucun:events:inventory", published);
      assertThat(client.next()).isEqualTo(published);
      assertThat(log.records()).contains("DEBUG Took inventory null, traceparent " + SPAN);
      String forged = published.replace(SPAN, "x\\nERROR It is on fire");
      redis().command("PUBLISH", "kucun:events:inventory", forged);
      assertThat(client.next()).isEqualTo(forged);
      assertThat(log.records())
          .contains("DEBUG Took inventory null, traceparent null")
          .noneMatch(it -> it.contains("fire"));
    }
  }
}
