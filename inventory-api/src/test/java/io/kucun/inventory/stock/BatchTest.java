package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A batch")
class BatchTest {
  private static ValidatableResponse post(String path, List<?> items) {
    return As.warehouse()
        .body(Map.of("items", items))
        .post("/api/v1/inventory/" + path + "/batch")
        .then();
  }

  private static Map<String, Object> arrival(String product, String color, long quantity) {
    return Given.lot(product, color, "2026-05-01", Map.of("quantity", quantity));
  }

  private static Map<String, Object> by(String product, String color, long delta) {
    return Given.lot(product, color, "2026-05-01", Map.of("delta", delta));
  }

  private static int quantity(String product) {
    return As.viewer()
        .get("/api/v1/products/" + product + "/inventory")
        .then()
        .extract()
        .path("totalQuantity");
  }

  @Test
  @DisplayName(
      "of arrivals is one document; each line answers its row and its lot in the order sent")
  void inbound() {
    String one = Given.product();
    String other = Given.product();
    ValidatableResponse answer =
        post(
            "inbound",
            List.of(
                arrival(one, "B02", 3),
                arrival(other, "A01", 5),
                arrival(one, "A01", 7),
                arrival(one, "B02", 4)));
    answer
        .statusCode(201)
        .body("data", hasSize(4))
        .body("data.movement.delta", contains(3, 5, 7, 4))
        .body("data.lot.quantity", contains(3, 5, 7, 7))
        .body("data[0].movement.documentNumber", startsWith("IN-"));
    List<String> numbers = answer.extract().path("data.movement.documentNumber");
    assertThat(Set.copyOf(numbers)).hasSize(1);
    assertThat(quantity(one)).isEqualTo(14);
  }

  @Test
  @DisplayName("applies its lines in order and sums those that share a lot")
  void summed() {
    String product = Given.product();
    Given.stock(product, "A01", "2026-05-01", 10);
    post("adjustments", List.of(by(product, "A01", -6), by(product, "A01", -5)))
        .statusCode(409)
        .body("code", equalTo("below_reserved"))
        .body("errors.pointer", contains("/items/1/delta"));
    assertThat(quantity(product)).isEqualTo(10);
    Map<String, Object> set = by(product, "A01", 0);
    set.remove("delta");
    set.putAll(Map.of("quantity", 9, "expectedQuantity", 4));
    post("adjustments", List.of(by(product, "A01", -6), set)).statusCode(201);
    assertThat(quantity(product)).isEqualTo(9);
  }

  @Test
  @DisplayName("never goes below what is reserved, not even between two of its lines")
  void reserved() {
    String product = Given.product();
    Given.stock(product, "A01", "2026-05-01", 10);
    String order = Given.draft("sales", Given.item(product, "A01", 8));
    As.sales().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    post("adjustments", List.of(by(product, "A01", -3), by(product, "A01", 3)))
        .statusCode(409)
        .body("errors.pointer", contains("/items/0/delta"));
    post("adjustments", List.of(by(product, "A01", 3), by(product, "A01", -5))).statusCode(201);
    assertThat(quantity(product)).isEqualTo(8);
  }

  @Test
  @DisplayName("names every faulty line and changes nothing")
  void faults() {
    String product = Given.product();
    String archived = Given.product();
    As.admin().delete("/api/v1/products/" + archived).then().statusCode(204);
    Map<String, Object> date = new HashMap<>(arrival(product, "A01", 1));
    date.put("productionDate", "yesterday");
    post("inbound", List.of(arrival(product, "A01", 1), date, date))
        .statusCode(400)
        .body("errors.pointer", contains("/items/1/productionDate", "/items/2/productionDate"));
    String nobody = java.util.UUID.randomUUID().toString();
    post("inbound", List.of(arrival(nobody, "A01", 1), arrival(product, "A01", 1)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/0/productId"))
        .body("errors[0].code", equalTo("unknown_product"));
    post("inbound", List.of(arrival(product, "A01", 1), arrival(archived, "A01", 1)))
        .statusCode(409)
        .body("code", equalTo("product_archived"))
        .body("errors[0].pointer", equalTo("/items/1/productId"));
    post("inbound", List.of(arrival(product, "A01", 0)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/0/quantity"));
    long most = (1L << 53) - 1;
    post("inbound", List.of(arrival(product, "A01", most), arrival(product, "B02", 1)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/1/quantity"))
        .body("errors[0].code", equalTo("too_large"));
    assertThat(quantity(product)).isZero();
  }

  @Test
  @DisplayName("has 1 to 100 lines")
  void size() {
    String product = Given.product();
    post("inbound", List.of()).statusCode(400);
    post("inbound", Collections.nCopies(101, arrival(product, "A01", 1))).statusCode(400);
    post("inbound", Collections.nCopies(100, arrival(product, "A01", 1))).statusCode(201);
    assertThat(quantity(product)).isEqualTo(100);
  }
}
