package io.kucun.inventory.stock;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Inventory")
class InventoryTest {
  private static final String INBOUND = "/api/v1/inventory/inbound";
  private static final String OUTBOUND = "/api/v1/inventory/outbound";
  private static final String ADJUSTMENTS = "/api/v1/inventory/adjustments";

  @Test
  @DisplayName("inbound, outbound and adjustment each move the lot and write one ledger row")
  void moves() {
    String product = Given.product();
    String lot = Given.stock(product, "A01", "2026-05-01", 100);
    As.warehouse()
        .body(Given.lot(product, "A01", "2026-05-01", Map.of("quantity", 5, "reason", "sample")))
        .post(OUTBOUND)
        .then()
        .statusCode(201)
        .body("movement.delta", equalTo(-5))
        .body("movement.balanceAfter", equalTo(95))
        .body("movement.type", equalTo("outbound"))
        .body("movement.documentNumber", startsWith("OUT-"))
        .body("movement.actor", equalTo("warehouse"))
        .body("lot.availableQuantity", equalTo(95));
    As.warehouse()
        .body(Given.lot(product, "A01", "2026-05-01", Map.of("delta", -3, "reason", "broken")))
        .post(ADJUSTMENTS)
        .then()
        .statusCode(201)
        .body("lot.quantity", equalTo(92));
    As.warehouse()
        .body(
            Given.lot(product, "A01", "2026-05-01", Map.of("quantity", 97, "expectedQuantity", 92)))
        .post(ADJUSTMENTS)
        .then()
        .statusCode(201)
        .body("movement.delta", equalTo(5));
    As.viewer()
        .get("/api/v1/inventory/movements?lotId=" + lot)
        .then()
        .statusCode(200)
        .body("data", hasSize(4))
        .body("data.delta.sum()", equalTo(97));
    As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .statusCode(200)
        .body("totalQuantity", equalTo(97))
        .body("colors[0].colorCode", equalTo("A01"));
    As.viewer()
        .get("/api/v1/inventory?productId=" + product)
        .then()
        .statusCode(200)
        .body("data[0].id", equalTo(lot));
  }

  @Test
  @DisplayName("an empty colour or date is none: one lot")
  void emptyIsNone() {
    String product = Given.product();
    String lot = Given.stock(product, null, null, 1);
    As.warehouse()
        .body(Given.lot(product, "", "", Map.of("quantity", 2)))
        .post(INBOUND)
        .then()
        .statusCode(201)
        .body("lot.id", equalTo(lot))
        .body("lot.quantity", equalTo(3));
  }

  @Test
  @DisplayName("refuses more than there is, and changes nothing")
  void insufficient() {
    String product = Given.product();
    Given.stock(product, null, null, 4);
    As.warehouse()
        .body(Given.lot(product, null, null, Map.of("quantity", 5)))
        .post(OUTBOUND)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("insufficient_stock"))
        .body("shortages[0].requested", equalTo(5))
        .body("shortages[0].available", equalTo(4));
    As.warehouse()
        .body(Given.lot(product, null, null, Map.of("quantity", 9, "expectedQuantity", 3)))
        .post(ADJUSTMENTS)
        .then()
        .statusCode(409)
        .body("code", equalTo("quantity_changed"));
    As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .body("totalQuantity", equalTo(4));
    As.viewer()
        .get("/api/v1/inventory/movements?productId=" + product)
        .then()
        .body("data", hasSize(1));
  }

  @Test
  @DisplayName("an archived product takes returns but no new stock")
  void archived() {
    String product = Given.product();
    As.admin().delete("/api/v1/products/" + product).then().statusCode(204);
    As.admin().delete("/api/v1/products/" + product).then().statusCode(204);
    As.warehouse()
        .body(Given.lot(product, null, null, Map.of("quantity", 1)))
        .post(INBOUND)
        .then()
        .statusCode(409)
        .body("code", equalTo("product_archived"));
    As.warehouse()
        .body(Given.lot(product, null, null, Map.of("quantity", 1, "type", "return")))
        .post(INBOUND)
        .then()
        .statusCode(201);
  }
}
