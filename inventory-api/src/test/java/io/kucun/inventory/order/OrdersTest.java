package io.kucun.inventory.order;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Orders")
class OrdersTest {
  private static ValidatableResponse step(String order, String step) {
    return As.admin().post("/api/v1/orders/" + order + "/" + step).then();
  }

  private static ValidatableResponse stockOf(String product) {
    return As.viewer().get("/api/v1/products/" + product + "/inventory").then().statusCode(200);
  }

  @Test
  @DisplayName("reserve on confirm, oldest lot first, and consume on ship exactly what was taken")
  void lifecycle() {
    String product = Given.product();
    String newer = Given.stock(product, "A01", "2026-05-01", 10);
    String older = Given.stock(product, "A01", "2026-04-01", 3);
    Given.stock(product, "B02", "2026-01-01", 2);
    String order = Given.draft("sales", Given.item(product, null, 8));
    step(order, "confirm")
        .statusCode(200)
        .body("status", equalTo("confirmed"))
        .body("totalAmount", equalTo("159.20"))
        .body("movements", hasSize(2))
        .body("items[0].allocations", hasSize(2))
        .body("items[0].allocations.find { it.lotId == '" + older + "' }.quantity", equalTo(3))
        .body("items[0].allocations.find { it.lotId == '" + newer + "' }.quantity", equalTo(5));
    stockOf(product).body("reservedQuantity", equalTo(8)).body("availableQuantity", equalTo(7));
    step(order, "ship").statusCode(200).body("movements.delta.sum()", equalTo(-8));
    stockOf(product).body("reservedQuantity", equalTo(0)).body("totalQuantity", equalTo(7));
    step(order, "ship").statusCode(409).body("code", equalTo("order_state"));
    step(order, "cancel").statusCode(409).body("code", equalTo("order_state"));
    step(order, "complete").statusCode(200).body("status", equalTo("completed"));
  }

  @Test
  @DisplayName("release on cancel what was reserved")
  void cancel() {
    String product = Given.product();
    Given.stock(product, null, null, 5);
    String order = Given.draft("sales", Given.item(product, null, 5));
    step(order, "confirm").statusCode(200);
    As.admin()
        .delete("/api/v1/products/" + product)
        .then()
        .statusCode(409)
        .body("code", equalTo("has_reservations"));
    step(order, "cancel").statusCode(200).body("status", equalTo("cancelled"));
    stockOf(product).body("reservedQuantity", equalTo(0)).body("availableQuantity", equalTo(5));
  }

  @Test
  @DisplayName("confirm all lines or none; lines on one lot are summed; each short line is named")
  void shortage() {
    String product = Given.product();
    String other = Given.product();
    Given.stock(product, null, null, 5);
    Given.stock(other, null, null, 5);
    String order =
        Given.draft(
            "sales",
            Given.item(other, null, 5),
            Given.item(product, null, 3),
            Given.item(product, null, 3));
    step(order, "confirm")
        .statusCode(409)
        .body("code", equalTo("insufficient_stock"))
        .body("shortages", hasSize(1))
        .body("shortages[0].pointer", equalTo("/items/2"))
        .body("shortages[0].requested", equalTo(3))
        .body("shortages[0].available", equalTo(2));
    stockOf(product).body("reservedQuantity", equalTo(0));
    stockOf(other).body("reservedQuantity", equalTo(0));
  }

  @Test
  @DisplayName("never mix colours on a line unless it allows that")
  void colors() {
    String product = Given.product();
    Given.stock(product, "A01", null, 3);
    Given.stock(product, "B02", null, 4);
    String strict = Given.draft("sales", Given.item(product, null, 5));
    step(strict, "confirm").statusCode(409).body("shortages[0].available", equalTo(4));
    Map<String, Object> mixed = Given.item(product, null, 5);
    mixed.put("allowMixedColors", true);
    step(Given.draft("sales", mixed), "confirm").statusCode(200);
  }

  @Test
  @DisplayName("belong to who created them: sales see and move only their own")
  void ownership() {
    String product = Given.product();
    Given.stock(product, null, null, 5);
    String order = Given.draft("sales", Given.item(product, null, 1));
    String path = "/api/v1/orders/" + order;
    As.sales().get(path).then().statusCode(200);
    As.warehouse().get(path).then().statusCode(200);
    As.user("sales2", "sales").get(path).then().statusCode(404);
    As.user("sales2", "sales").post(path + "/confirm").then().statusCode(404);
    As.user("sales2", "sales")
        .get("/api/v1/orders")
        .then()
        .statusCode(200)
        .body("data.findAll { it.id == '" + order + "' }", hasSize(0));
    As.viewer().get(path).then().statusCode(403);
    As.user("both", "sales", "warehouse").get(path).then().statusCode(200);
    As.user("both", "sales", "warehouse").post(path + "/confirm").then().statusCode(404);
    As.sales().post(path + "/confirm").then().statusCode(200);
    As.sales().post(path + "/ship").then().statusCode(403);
  }

  @Test
  @DisplayName("of a thousand lines takes, ships and tells every one of them")
  void thousandLines() {
    String product = Given.product();
    Given.stock(product, "A01", "2026-01-01", 600);
    Given.stock(product, "A01", "2026-02-01", 400);
    Map<?, ?>[] lines = new Map<?, ?>[1000];
    Arrays.setAll(lines, i -> Given.item(product, "A01", 1));
    String id = Given.draft("big", lines);
    As.user("big", "sales")
        .post("/api/v1/orders/" + id + "/confirm")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1000))
        .body("items.count { it.allocations.sum { it.quantity } == 1 }", equalTo(1000))
        .body("movements.size()", equalTo(2))
        .body("movements.sum { it.reservedDelta }", equalTo(1000));
    As.warehouse().post("/api/v1/orders/" + id + "/ship").then().statusCode(200);
    As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .body("totalQuantity", equalTo(0))
        .body("reservedQuantity", equalTo(0));
  }
}
