package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A client that comes from a gateway that was faster")
class AheadTest extends GatewayTest {

  private static String resume(String epoch, long offset) {
    return "{\"type\":\"subscribe\",\"channel\":\"inventory\",\"since\":{\"inventory\":{\"epoch\":\"%s\",\"offset\":%d}}}"
        .formatted(epoch, offset);
  }

  @Test
  @DisplayName(
      "has missed nothing, gets nothing twice, and is answered in the order of its commands")
  void nothingMissed() {
    String epoch = newEpoch("inventory");
    redis().lose("inventory", epoch, 2);
    redis().lose("inventory", epoch, 3);
    try (Client client = Client.welcomed(base, Tokens.of("abe", "viewer"))) {
      client.send(resume(epoch, 3)).send("{\"type\":\"ping\",\"id\":9}");
      assertThat(client.next("subscribed")).contains("\"offset\":3,\"recovered\":true");
      client.next("pong");
      String fourth = redis().publish("inventory", epoch, 4, null, null);
      assertThat(client.next()).isEqualTo(fourth);
      client.nothingElse();
    }
  }

  @Test
  @DisplayName("that claims to have seen what nobody published is told to read anew")
  void neverPublished() {
    String epoch = newEpoch("inventory");
    try (Client client = Client.welcomed(base, Tokens.of("abe", "viewer"))) {
      client.send(resume(epoch, 99));
      assertThat(client.next("subscribed")).contains("\"offset\":1,\"recovered\":false");
      String second = redis().publish("inventory", epoch, 2, null, null);
      assertThat(client.next()).isEqualTo(second);
    }
  }
}
