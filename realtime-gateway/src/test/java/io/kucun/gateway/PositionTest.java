package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With a heartbeat that a test can wait for. */
@QuarkusTest
@TestProfile(LimitsTest.Small.class)
@DisplayName("A client that hears nothing")
class PositionTest extends GatewayTest {

  @Test
  @DisplayName("is told how far its channel is, and misses nothing when it resumes there")
  void resumes() {
    String epoch = newEpoch("inventory");
    try (Client client = Client.welcomed(base, Tokens.of("paul", "viewer"))) {
      client.send("{\"type\":\"subscribe\",\"channel\":\"inventory:p1\"}").next("subscribed");
      redis().publish("inventory", epoch, 2, "p2", null);
      redis().publish("inventory", epoch, 3, "p3", null);
      String last = "\"inventory\":{\"epoch\":\"" + epoch + "\",\"offset\":3}";
      Await.until("the last event is told", () -> client.nextPosition().contains(last));
      client.nothingElse();
    }
    String missed = redis().publish("inventory", epoch, 4, "p1", null);
    awaitHead("inventory", epoch, 4);
    try (Client back = Client.welcomed(base, Tokens.of("paul", "viewer"))) {
      back.send(
          "{\"type\":\"subscribe\",\"channel\":\"inventory:p1\",\"since\":{\"inventory\":{\"epoch\":\"%s\",\"offset\":3}}}"
              .formatted(epoch));
      assertThat(back.next("subscribed")).contains("\"recovered\":true");
      assertThat(back.next()).isEqualTo(missed);
    }
  }
}
