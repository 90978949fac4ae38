package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("What is published in Redis reaches those who subscribed")
class DeliveryTest extends GatewayTest {

  private Client viewer() {
    return Client.welcomed(base, Tokens.of("vera", "viewer"));
  }

  private Client sales(String name) {
    return Client.welcomed(base, Tokens.of(name, "sales"));
  }

  private static String subscribe(String... channels) {
    return "{\"type\":\"subscribe\",\"channels\":[\"" + String.join("\",\"", channels) + "\"]}";
  }

  private static String resume(String channel, String epoch, long offset) {
    return "{\"type\":\"subscribe\",\"id\":7,\"channels\":[\"%s\"],\"since\":{\"%s\":{\"epoch\":\"%s\",\"offset\":%d}}}"
        .formatted(channel, channel, epoch, offset);
  }

  @Test
  @DisplayName("as the exact text of the envelope, in order")
  void exactText() {
    String epoch = newEpoch("inventory");
    try (Client client = viewer()) {
      client.send("{\"type\":\"subscribe\",\"channel\":\"inventory\"}");
      assertThat(client.next("subscribed"))
          .isEqualTo(
              "{\"type\":\"subscribed\",\"channels\":{\"inventory\":{\"epoch\":\"%s\",\"offset\":1}}}"
                  .formatted(epoch));
      String second = redis().publish("inventory", epoch, 2, "p1", null);
      String third = redis().publish("inventory", epoch, 3, "p2", null);
      assertThat(List.of(client.next(), client.next())).containsExactly(second, third);
    }
  }

  @Test
  @DisplayName("once, however many of a client's subscriptions it matches")
  void once() {
    String epoch = newEpoch("inventory");
    try (Client client = viewer()) {
      client.send(subscribe("inventory:p1", "inventory", "inventory:p2")).next("subscribed");
      String p1 = redis().publish("inventory", epoch, 2, "p1", null);
      String p2 = redis().publish("inventory", epoch, 3, "p2", null);
      assertThat(List.of(client.next(), client.next())).containsExactly(p1, p2);
      client.nothingElse();
    }
  }

  @Test
  @DisplayName("of one entity only, if that is what was subscribed")
  void oneEntity() {
    String epoch = newEpoch("inventory");
    try (Client client = viewer()) {
      client.send(subscribe("inventory:p1")).next("subscribed");
      redis().publish("inventory", epoch, 2, "p2", null);
      String p1 = redis().publish("inventory", epoch, 3, "p1", null);
      assertThat(client.next()).isEqualTo(p1);
      client.nothingElse();
    }
  }

  @Test
  @DisplayName("no longer, once unsubscribed")
  void unsubscribed() {
    String epoch = newEpoch("inventory");
    try (Client client = viewer()) {
      client.send(subscribe("inventory")).next("subscribed");
      client.send("{\"type\":\"unsubscribe\",\"id\":\"a\",\"channel\":\"inventory\"}");
      assertThat(client.next("unsubscribed"))
          .isEqualTo(
              "{\"type\":\"unsubscribed\",\"id\":\"a\",\"channels\":[\"inventory\"],\"reason\":\"client\"}");
      redis().publish("inventory", epoch, 2, "p1", null);
      awaitHead("inventory", epoch, 2);
      client.nothingElse();
    }
  }

  @Nested
  @DisplayName("with a position, after exactly what was missed")
  class Resume {

    @Test
    @DisplayName("all of it, then live")
    void recovered() {
      String epoch = newEpoch("inventory");
      String second = redis().publish("inventory", epoch, 2, "p1", null);
      String third = redis().publish("inventory", epoch, 3, "p2", null);
      awaitHead("inventory", epoch, 3);
      try (Client client = viewer()) {
        client.send(resume("inventory", epoch, 1));
        assertThat(client.next("subscribed"))
            .isEqualTo(
                "{\"type\":\"subscribed\",\"id\":7,\"channels\":{\"inventory\":{\"epoch\":\"%s\",\"offset\":1,\"recovered\":true}}}"
                    .formatted(epoch));
        String fourth = redis().publish("inventory", epoch, 4, "p2", null);
        assertThat(List.of(client.next(), client.next(), client.next()))
            .containsExactly(second, third, fourth);
      }
    }

    @Test
    @DisplayName("not at all, from another numbering")
    void otherEpoch() {
      String epoch = newEpoch("inventory");
      try (Client client = viewer()) {
        client.send(resume("inventory", "long-ago", 1));
        assertThat(client.next("subscribed"))
            .contains("\"epoch\":\"" + epoch + "\",\"offset\":1,\"recovered\":false");
        client.nothingElse();
      }
    }
  }

  @Nested
  @DisplayName("to sales only their own orders")
  class Own {

    @Test
    @DisplayName("live, whole channel and entity")
    void live() {
      String epoch = newEpoch("orders");
      try (Client sam = sales("sam");
          Client watcher = sales("sue")) {
        sam.send(subscribe("orders", "orders:o2")).next("subscribed");
        watcher.send(subscribe("orders:o1")).next("subscribed");
        String own = redis().publish("orders", epoch, 2, "o1", "sub-sam");
        redis().publish("orders", epoch, 3, "o2", "sub-sue");
        redis().publish("orders", epoch, 4, "o3", null);
        awaitHead("orders", epoch, 4);
        assertThat(sam.next()).isEqualTo(own);
        sam.nothingElse();
        watcher.nothingElse();
      }
    }

    @Test
    @DisplayName("and in a replay")
    void replayed() {
      String epoch = newEpoch("orders");
      String own = redis().publish("orders", epoch, 2, "o1", "sub-sam");
      redis().publish("orders", epoch, 3, "o2", "sub-sue");
      awaitHead("orders", epoch, 3);
      try (Client sam = sales("sam");
          Client sue = sales("sue")) {
        sam.send(resume("orders", epoch, 1)).next("subscribed");
        assertThat(sam.next()).isEqualTo(own);
        sam.nothingElse();
        sue.send(resume("orders:o1", epoch, 1)).next("subscribed");
        sue.nothingElse();
      }
    }

    @Test
    @DisplayName("while others see all, and viewers none")
    void otherRoles() {
      String epoch = newEpoch("orders");
      try (Client warehouse = Client.welcomed(base, Tokens.of("will", "warehouse"));
          Client viewer = viewer()) {
        warehouse.send(subscribe("orders")).next("subscribed");
        viewer.send(subscribe("orders", "orders:o1", "nothing", "products"));
        assertThat(viewer.next("subscribed"))
            .contains("\"orders\":{\"error\":\"forbidden\"}")
            .contains("\"orders:o1\":{\"error\":\"forbidden\"}")
            .contains("\"nothing\":{\"error\":\"unknown_channel\"}")
            .doesNotContain("\"products\":{\"error\"");
        String order = redis().publish("orders", epoch, 2, "o1", "sub-sam");
        assertThat(warehouse.next()).isEqualTo(order);
        viewer.nothingElse();
      }
    }
  }

  @Nested
  @DisplayName("after a renewal, by the new roles")
  class Renewed {

    @Test
    @DisplayName("a lost role ends its subscriptions")
    void lostRole() {
      newEpoch("orders");
      try (Client client = Client.welcomed(base, Tokens.of("will", "warehouse"))) {
        client.send(subscribe("orders", "products")).next("subscribed");
        client.send(auth(Tokens.of("will", "viewer"))).next("authenticated");
        assertThat(client.next("unsubscribed"))
            .isEqualTo(
                "{\"type\":\"unsubscribed\",\"channels\":[\"orders\"],\"reason\":\"forbidden\"}");
      }
    }

    @Test
    @DisplayName("a narrower role hides what belongs to others")
    void narrowerRole() {
      String epoch = newEpoch("orders");
      try (Client client = Client.welcomed(base, Tokens.of("sam", "admin"))) {
        client.send(subscribe("orders")).next("subscribed");
        client.send(auth(Tokens.of("sam", "sales"))).next("authenticated");
        redis().publish("orders", epoch, 2, "o2", "sub-sue");
        String own = redis().publish("orders", epoch, 3, "o1", "sub-sam");
        assertThat(client.next()).isEqualTo(own);
      }
    }

    @Test
    @DisplayName("but not for another user, nor with a bad token")
    void refused() {
      try (Client client = viewer()) {
        client.send(auth(Tokens.of("mallory", "admin")));
        assertThat(client.next("error")).contains("\"code\":\"other_subject\"");
        client.send(auth("garbage"));
        assertThat(client.next("error")).contains("\"code\":\"invalid_token\"");
        client.nothingElse();
      }
    }

    private static String auth(String token) {
      return "{\"type\":\"auth\",\"token\":\"" + token + "\"}";
    }
  }
}
