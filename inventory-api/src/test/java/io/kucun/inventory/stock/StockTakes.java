package io.kucun.inventory.stock;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes stock over HTTP. */
final class StockTakes {
  static final String COUNTS = "/api/v1/inventory/counts";

  private StockTakes() {}

  static String start(Map<String, ?> body) {
    return As.warehouse()
        .body(body)
        .post(COUNTS)
        .then()
        .statusCode(201)
        .body("documentNumber", startsWith("CNT-"))
        .body("status", equalTo("open"))
        .extract()
        .path("id");
  }

  static Map<String, Object> line(String product, @Nullable String color, long counted) {
    return Given.lot(product, color, null, Map.of("countedQuantity", counted));
  }

  static ValidatableResponse record(String count, Map<?, ?>... lines) {
    return As.warehouse()
        .body(Map.of("lines", List.of(lines)))
        .put(COUNTS + "/" + count + "/lines")
        .then();
  }

  static ValidatableResponse submit(String count) {
    return As.warehouse().post(COUNTS + "/" + count + "/submit").then();
  }

  static Map<String, Integer> stock(String product) {
    return As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .extract()
        .path("lots.collectEntries { [it.colorCode, it.quantity] }");
  }
}
