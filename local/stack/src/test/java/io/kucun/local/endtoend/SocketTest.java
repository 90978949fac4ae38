package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import io.kucun.local.client.RefusedException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(2)
@DisplayName("With real tokens, a socket")
class SocketTest {
  private static final String FOREIGN = "http://evil.example";

  private final Stack stack = Stack.shared();
  private final String origin = stack.settings().apiUrl();

  private void assertRefused(int status, String query, Map<String, String> headers) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Client.open(stack, query, headers).close())
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }

  private HttpResponse<String> ticket(String user, String... headers) throws Exception {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Authorization";
    all[1] = "Bearer " + stack.tokens(user).current();
    return Raw.post(stack.settings().gatewayUrl() + "/tickets", "", all);
  }

  @Test
  @DisplayName("shows a change of stock within a second, to every role")
  void change() throws Exception {
    String product = Goods.inStock(stack.api("admin"), 10);
    try (Client viewer = Client.of(stack, "viewer");
        Client warehouse = Client.of(stack, "warehouse")) {
      viewer.subscribe("inventory:" + product);
      warehouse.subscribe("inventory");
      long begin = System.nanoTime();
      stack.api("warehouse").post("inventory/inbound", Goods.inbound(product, 7)).orThrow("in");
      JsonNode frame = viewer.nextEvent();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
      assertThat(frame.path("key").asText()).isEqualTo(product);
      assertThat(frame.path("data").path("after").path("quantity").asInt()).isEqualTo(17);
      assertThat(warehouse.nextEvent()).isEqualTo(frame);
    }
  }

  @Nested
  @DisplayName("opens")
  class Entry {
    @Test
    @DisplayName("with one ticket once, for the origin that asked")
    void ticketOnce() throws Exception {
      HttpResponse<String> response = ticket("viewer", "Origin", origin);
      assertThat(response.statusCode()).isEqualTo(201);
      String query = "?ticket=" + Json.parse(response.body()).path("ticket").asText();
      try (Client client = Client.open(stack, query, Map.of("Origin", origin))) {
        assertThat(client.subscribe("products").has("error")).isFalse();
      }
      assertRefused(401, query, Map.of("Origin", origin));
    }

    @Test
    @DisplayName("for no foreign origin, neither with a ticket nor with a token")
    void foreignOrigin() throws Exception {
      assertThat(ticket("viewer", "Origin", FOREIGN).statusCode()).isEqualTo(403);
      String bearer = "Bearer " + stack.tokens("viewer").current();
      assertRefused(403, "", Map.of("Authorization", bearer, "Origin", FOREIGN));
    }

    @Test
    @DisplayName("for no other origin than the ticket's")
    void otherOrigin() throws Exception {
      String ticket = Json.parse(ticket("viewer").body()).path("ticket").asText();
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(
              () -> Client.open(stack, "?ticket=" + ticket, Map.of("Origin", origin)).close());
    }

    @Test
    @DisplayName("for nobody without credentials, and never by a token in the query")
    void credentials() {
      String token = stack.tokens("viewer").current();
      assertRefused(401, "", Map.of());
      assertRefused(401, "", Map.of("Authorization", "Bearer garbage"));
      assertRefused(400, "?access_token=" + token, Map.of());
      assertRefused(400, "?token=" + token, Map.of("Authorization", "Bearer " + token));
    }
  }

  @Nested
  @DisplayName("shows")
  class Rights {
    @Test
    @DisplayName("a seller the own orders and never another's")
    void ownOrders() throws Exception {
      String product = Goods.inStock(stack.api("admin"), 100);
      try (Client sales = Client.of(stack, "sales");
          Client other = Client.of(stack, "sales2");
          Client admin = Client.of(stack, "admin")) {
        sales.subscribe("orders");
        other.subscribe("orders");
        admin.subscribe("orders");
        String first = order("sales", product);
        String second = order("sales2", product);
        assertThat(sales.nextEvent().path("key").asText()).isEqualTo(first);
        assertThat(other.nextEvent().path("key").asText()).isEqualTo(second);
        assertThat(admin.nextEvent().path("key").asText()).isEqualTo(first);
        assertThat(admin.nextEvent().path("key").asText()).isEqualTo(second);
      }
    }

    private String order(String user, String product) {
      return stack
          .api(user)
          .post("orders", Goods.order(product, 1))
          .orThrow("order")
          .path("id")
          .asText();
    }

    @Test
    @DisplayName("nothing of a channel that is forbidden or unknown, and survives bad frames")
    void refusals() throws Exception {
      try (Client viewer = Client.of(stack, "viewer")) {
        assertThat(viewer.subscribe("orders").path("error").asText()).isEqualTo("forbidden");
        assertThat(viewer.subscribe("nothing").path("error").asText()).isEqualTo("unknown_channel");
        viewer.send("{\"type\":");
        JsonNode error = viewer.next(frame -> frame.path("type").asText().equals("error"));
        assertThat(error.path("code").asText()).isNotEmpty();
        viewer.send("{\"type\":\"ping\"}");
        viewer.next(frame -> frame.path("type").asText().equals("pong"));
      }
    }
  }
}
