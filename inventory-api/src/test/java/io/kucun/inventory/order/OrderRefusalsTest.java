package io.kucun.inventory.order;

import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Orders refuse")
class OrderRefusalsTest {
  private static ValidatableResponse step(String order, String step) {
    return As.admin().post("/api/v1/orders/" + order + "/" + step).then();
  }

  @Test
  @DisplayName("refuse lots that are not there or of another product, naming the line")
  void unknownLot() {
    String product = Given.product();
    String foreign = Given.stock(Given.product(), null, null, 1);
    for (String lot : List.of("6d6b8a55-2f2b-4a4f-9f5f-1f7ddf5b6f11", foreign)) {
      Map<String, Object> item = Given.item(product, null, 1);
      item.put("lotId", lot);
      As.sales()
          .body(Map.of("customerName", "Wang", "items", List.of(item)))
          .post("/api/v1/orders")
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/items/0/lotId"))
          .body("errors[0].code", equalTo("unknown_lot"));
    }
  }

  @Test
  @DisplayName("refuse a colour or a date that the named lot does not have, naming the field")
  void contradiction() {
    String product = Given.product();
    String lot = Given.stock(product, "A01", "2026-05-01", 5);
    String plain = Given.stock(product, null, null, 5);
    Map<String, Object> fits = line(product, lot, "A01", "2026-05-01");
    Map<String, Object> body =
        Map.of(
            "customerName",
            "Wang",
            "items",
            List.of(
                fits,
                line(product, lot, "B02", "2026-05-02"),
                line(product, lot, "", ""),
                line(product, plain, "A01", null)));
    As.sales()
        .body(body)
        .post("/api/v1/orders")
        .then()
        .statusCode(400)
        .body("code", equalTo("validation"))
        .body(
            "errors.pointer",
            equalTo(List.of("/items/1/colorCode", "/items/1/productionDate", "/items/3/colorCode")))
        .body("errors.code", equalTo(List.of("other_lot", "other_lot", "other_lot")));
    step(Given.draft("sales", fits, line(product, lot, "", "")), "confirm").statusCode(200);
  }

  private static Map<String, Object> line(
      String product, String lot, @Nullable String color, @Nullable String date) {
    Map<String, Object> line = Given.item(product, color, 1);
    line.put("lotId", lot);
    line.put("productionDate", date);
    return line;
  }

  @Test
  @DisplayName("refuse products that are not there, naming the line")
  void unknownProduct() {
    As.sales()
        .body(
            Map.of(
                "customerName",
                "Wang",
                "items",
                List.of(Given.item("6d6b8a55-2f2b-4a4f-9f5f-1f7ddf5b6f11", null, 1))))
        .post("/api/v1/orders")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/0/productId"))
        .body("errors[0].code", equalTo("unknown_product"));
  }

  @Test
  @DisplayName("refuse archived products when created and when confirmed, naming every line")
  void archived() {
    String product = Given.product();
    String other = Given.product();
    String open = Given.product();
    List<Map<String, Object>> items =
        List.of(
            Given.item(product, null, 1), Given.item(open, null, 1), Given.item(other, null, 1));
    String draft = Given.draft("sales", items.toArray(Map[]::new));
    for (String gone : List.of(product, other)) {
      As.admin().delete("/api/v1/products/" + gone).then().statusCode(204);
    }
    namesArchivedLines(step(draft, "confirm"));
    Map<String, Object> body = Map.of("customerName", "Wang", "items", items);
    namesArchivedLines(As.sales().body(body).post("/api/v1/orders").then());
  }

  private static void namesArchivedLines(ValidatableResponse refusal) {
    refusal
        .statusCode(409)
        .body("code", equalTo("product_archived"))
        .body("errors.pointer", equalTo(List.of("/items/0/productId", "/items/2/productId")))
        .body("errors.code", equalTo(List.of("product_archived", "product_archived")));
  }
}
