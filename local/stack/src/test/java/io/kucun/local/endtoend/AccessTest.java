package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.client.Api;
import io.kucun.local.client.Json;
import io.kucun.local.client.Reply;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Order(1)
@DisplayName("With real tokens, the API")
class AccessTest {
  private final Stack stack = Stack.shared();

  @ParameterizedTest
  @ValueSource(strings = {"products", "inventory", "orders"})
  @DisplayName("knows nobody without a token, or with a bad one")
  void unauthenticated(String path) throws Exception {
    String url = stack.settings().apiUrl() + "/api/v1/" + path;
    String token = stack.tokens("admin").current();
    String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";
    assertThat(Raw.get(url).statusCode()).isEqualTo(401);
    assertThat(Raw.get(url, "Authorization", "Bearer garbage").statusCode()).isEqualTo(401);
    assertThat(Raw.get(url, "Authorization", "Bearer " + forged).statusCode()).isEqualTo(401);
    assertThat(Raw.get(url + "?access_token=" + token).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "admin,201,201,200,201",
    "warehouse,403,201,200,403",
    "sales,403,403,200,201",
    "viewer,403,403,403,403"
  })
  @DisplayName("lets each role do what it may, and no more")
  void roles(String user, int product, int inbound, int orders, int order) {
    String id = Goods.inStock(stack.api("admin"), 100);
    Api api = stack.api(user);
    assertThat(api.get("products?limit=1").status()).isEqualTo(200);
    assertThat(api.get("products/" + id + "/inventory").status()).isEqualTo(200);
    assertThat(api.post("products", Goods.product()).status()).isEqualTo(product);
    assertThat(api.post("inventory/inbound", Goods.inbound(id, 5)).status()).isEqualTo(inbound);
    assertThat(api.get("orders").status()).isEqualTo(orders);
    assertThat(api.post("orders", Goods.order(id, 1)).status()).isEqualTo(order);
  }

  @Test
  @DisplayName("keeps a seller's order from another seller")
  void ownOrders() {
    String product = Goods.inStock(stack.api("admin"), 100);
    Api owner = stack.api("sales");
    String path =
        "orders/" + owner.post("orders", Goods.order(product, 2)).orThrow("").path("id").asText();
    assertThat(owner.get(path).status()).isEqualTo(200);
    Api other = stack.api("sales2");
    assertThat(other.get(path).status()).isEqualTo(404);
    assertThat(other.post(path + "/confirm", Json.object()).status()).isEqualTo(404);
    assertThat(owner.post(path + "/confirm", Json.object()).status()).isEqualTo(200);
    assertThat(owner.post(path + "/ship", Json.object()).status()).isEqualTo(403);
    assertThat(stack.api("warehouse").post(path + "/ship", Json.object()).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("answers bad input with a problem and changes nothing")
  void badInput() {
    Api admin = stack.api("admin");
    String product = Goods.inStock(admin, 10);
    Reply negative = admin.post("inventory/inbound", Goods.inbound(product, -1));
    assertThat(negative.status()).isEqualTo(400);
    assertThat(negative.problem()).isNotEmpty();
    Reply unknown = admin.post("products", Goods.product().put("colour", "red"));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(admin.get("products?colour=red").status()).isEqualTo(400);
    String order =
        admin.post("orders", Goods.order(product, 11)).orThrow("order").path("id").asText();
    Reply tooMuch = admin.post("orders/" + order + "/confirm", Json.object());
    assertThat(tooMuch.status()).isEqualTo(409);
    assertThat(tooMuch.problem()).isEqualTo("insufficient_stock");
    assertThat(
            admin
                .get("products/" + product + "/inventory")
                .body()
                .path("availableQuantity")
                .asInt())
        .isEqualTo(10);
  }

  @Test
  @DisplayName("refuses a body of 10 MB")
  void hugeBody() throws Exception {
    HttpResponse<String> response =
        Raw.post(
            stack.settings().apiUrl() + "/api/v1/products",
            "{\"name\":\"" + "x".repeat(10_000_000) + "\"}",
            "Authorization",
            "Bearer " + stack.tokens("admin").current(),
            "Content-Type",
            "application/json");
    assertThat(response.statusCode()).isEqualTo(413);
  }
}
