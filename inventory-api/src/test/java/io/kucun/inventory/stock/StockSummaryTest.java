package io.kucun.inventory.stock;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The summary of a product's stock")
class StockSummaryTest {

  @Test
  @DisplayName("tells it altogether, by colour and by lot, and leaves out lots without pieces")
  void summary() {
    String product = Given.product();
    String plain = Given.stock(product, null, null, 4);
    String newer = Given.stock(product, "A01", "2026-02-01", 5);
    String older = Given.stock(product, "A01", "2026-01-01", 6);
    Given.stock(product, "B02", null, 7);
    As.warehouse()
        .body(Given.lot(product, "B02", null, Map.of("quantity", 7)))
        .post("/api/v1/inventory/outbound")
        .then()
        .statusCode(201);
    String order = Given.draft("seller", Given.item(product, "A01", 8));
    As.admin().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .statusCode(200)
        .body("totalQuantity", equalTo(15))
        .body("reservedQuantity", equalTo(8))
        .body("availableQuantity", equalTo(7))
        .body("colorCount", equalTo(2))
        .body("colors.colorCode", contains(null, "A01"))
        .body("colors.totalQuantity", contains(4, 11))
        .body("colors.reservedQuantity", contains(0, 8))
        .body("colors.availableQuantity", contains(4, 3))
        .body("lotCount", equalTo(3))
        .body("lots.id", contains(plain, older, newer))
        .body("lots.availableQuantity", contains(4, 0, 3));
  }

  @Test
  @DisplayName("is empty where there never was any")
  void empty() {
    As.viewer()
        .get("/api/v1/products/" + Given.product() + "/inventory")
        .then()
        .statusCode(200)
        .body("totalQuantity", equalTo(0))
        .body("colorCount", equalTo(0))
        .body("colors.size()", equalTo(0))
        .body("lotCount", equalTo(0))
        .body("lots.size()", equalTo(0));
  }
}
