package io.kucun.inventory.stock;

import static io.kucun.inventory.stock.StockTakes.COUNTS;
import static io.kucun.inventory.stock.StockTakes.line;
import static io.kucun.inventory.stock.StockTakes.record;
import static io.kucun.inventory.stock.StockTakes.start;
import static io.kucun.inventory.stock.StockTakes.stock;
import static io.kucun.inventory.stock.StockTakes.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A stock-take")
class CountsTest {
  private static void move(String product, @Nullable String color, long delta) {
    As.warehouse()
        .body(Given.lot(product, color, null, Map.of("delta", delta)))
        .post("/api/v1/inventory/adjustments")
        .then()
        .statusCode(201);
  }

  @Test
  @DisplayName("posts what differs, under one number, and leaves the rest")
  void posts() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    Given.stock(product, "B02", null, 20);
    Given.stock(product, "C03", null, 30);
    String count = start(Map.of("name", "Hall 2", "productIds", List.of(product)));
    record(count, line(product, "A01", 8), line(product, "B02", 20), line(product, "D04", 5))
        .statusCode(200)
        .body("lines.line", contains(1, 2, 3))
        .body("lines.systemQuantity", contains(10, 20, 0))
        .body("count.lines", equalTo(3));
    String number =
        submit(count)
            .statusCode(200)
            .body("conflicts", empty())
            .body("count.status", equalTo("submitted"))
            .body("count.posted", equalTo(2))
            .body("count.unchanged", equalTo(1))
            .extract()
            .path("count.documentNumber");
    assertThat(stock(product)).isEqualTo(Map.of("A01", 8, "B02", 20, "C03", 30, "D04", 5));
    As.viewer()
        .get("/api/v1/inventory/movements?productId=" + product)
        .then()
        .body("data.findAll { it.type == 'counted' }.documentNumber", contains(number, number))
        .body("data.findAll { it.type == 'counted' }.delta", contains(5, -2))
        .body("data[0].reason", equalTo("Hall 2"));
    As.viewer()
        .get(COUNTS + "/" + count + "/lines")
        .then()
        .statusCode(200)
        .body("data.outcome", contains("posted", "unchanged", "posted"));
    As.viewer()
        .get(COUNTS + "/" + count + "/lines?outcome=unchanged")
        .then()
        .body("data.colorCode", contains("B02"));
    As.viewer().get(COUNTS + "/" + count).then().statusCode(200).header("ETag", "\"2\"");
    As.viewer()
        .get(COUNTS + "?status=submitted")
        .then()
        .statusCode(200)
        .body("data.find { it.id == '" + count + "' }.posted", equalTo(2));
  }

  @Test
  @DisplayName("that finds everything right posts nothing")
  void right() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    String count = start(Map.of());
    record(count, line(product, "A01", 10), line(product, "B02", 0)).statusCode(200);
    submit(count).statusCode(200).body("count.unchanged", equalTo(2));
    assertThat(stock(product)).isEqualTo(Map.of("A01", 10));
  }

  @Test
  @DisplayName("reports a lot that moved, even there and back, and overwrites nothing")
  void moved() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    Given.stock(product, "B02", null, 10);
    Given.stock(product, "C03", null, 10);
    String count = start(Map.of());
    record(
            count,
            line(product, "A01", 9),
            line(product, "B02", 9),
            line(product, "C03", 9),
            line(product, "D04", 2))
        .statusCode(200);
    move(product, "A01", -2);
    move(product, "A01", 2);
    move(product, "B02", -1);
    Given.stock(product, "D04", null, 2);
    submit(count)
        .statusCode(200)
        .body("conflicts.line", contains(1, 2, 4))
        .body("conflicts.code", contains("moved", "moved", "moved"))
        .body("conflicts.systemQuantity", contains(10, 10, 0))
        .body("conflicts.currentQuantity", contains(10, 9, 2))
        .body("conflicts.countedQuantity", contains(9, 9, 2))
        .body("count.posted", equalTo(1))
        .body("count.reported", equalTo(3));
    assertThat(stock(product)).isEqualTo(Map.of("A01", 10, "B02", 9, "C03", 9, "D04", 2));
    String again = start(Map.of());
    record(again, line(product, "A01", 9)).statusCode(200);
    submit(again).statusCode(200).body("conflicts", empty());
    assertThat(stock(product)).containsEntry("A01", 9);
  }

  @Test
  @DisplayName("takes a lot that is counted anew as it is then")
  void anew() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    String count = start(Map.of());
    record(count, line(product, "A01", 9)).statusCode(200);
    move(product, "A01", -4);
    record(count, line(product, "B02", 1), line(product, "A01", 7))
        .statusCode(200)
        .body("lines.line", contains(1, 2))
        .body("lines.systemQuantity", contains(6, 0))
        .body("count.lines", equalTo(2));
    submit(count).statusCode(200).body("conflicts", empty());
    assertThat(stock(product)).isEqualTo(Map.of("A01", 7, "B02", 1));
  }

  @Test
  @DisplayName("goes on while orders reserve, but reports what would fall below them")
  void reserved() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    Given.stock(product, "B02", null, 10);
    String count = start(Map.of());
    record(count, line(product, "A01", 5), line(product, "B02", 5)).statusCode(200);
    String order =
        Given.draft("sales", Given.item(product, "A01", 6), Given.item(product, "B02", 5));
    As.sales().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    submit(count)
        .statusCode(200)
        .body("conflicts.code", contains("below_reserved"))
        .body("conflicts[0].reservedQuantity", equalTo(6));
    assertThat(stock(product)).isEqualTo(Map.of("A01", 10, "B02", 5));
  }
}
