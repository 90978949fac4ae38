package io.kucun.inventory.stock;

import static io.kucun.inventory.stock.StockTakes.COUNTS;
import static io.kucun.inventory.stock.StockTakes.line;
import static io.kucun.inventory.stock.StockTakes.record;
import static io.kucun.inventory.stock.StockTakes.start;
import static io.kucun.inventory.stock.StockTakes.stock;
import static io.kucun.inventory.stock.StockTakes.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A stock-take within its bounds")
class CountRefusalsTest {
  @Test
  @DisplayName("finds no new pieces of an archived product, but may miss some")
  void archived() {
    String product = Given.product();
    Given.stock(product, "A01", null, 10);
    Given.stock(product, "B02", null, 10);
    As.admin().delete("/api/v1/products/" + product).then().statusCode(204);
    String count = start(Map.of());
    record(count, line(product, "A01", 11), line(product, "B02", 9), line(product, "C03", 1))
        .statusCode(200);
    submit(count)
        .statusCode(200)
        .body("conflicts.code", contains("product_archived", "product_archived"))
        .body("conflicts.line", contains(1, 3));
    assertThat(stock(product)).isEqualTo(Map.of("A01", 10, "B02", 9));
  }

  @Test
  @DisplayName("ends once: submitted or cancelled")
  void states() {
    String product = Given.product();
    String submitted = start(Map.of());
    submit(submitted).statusCode(200);
    String cancelled = start(Map.of());
    As.warehouse()
        .header("If-Match", "\"7\"")
        .post(COUNTS + "/" + cancelled + "/cancel")
        .then()
        .statusCode(412);
    As.warehouse()
        .post(COUNTS + "/" + cancelled + "/cancel")
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"));
    for (String count : List.of(submitted, cancelled)) {
      record(count, line(product, null, 1)).statusCode(409).body("code", equalTo("count_state"));
      submit(count).statusCode(409).body("code", equalTo("count_state"));
      As.warehouse().post(COUNTS + "/" + count + "/cancel").then().statusCode(409);
    }
    submit(UUID.randomUUID().toString()).statusCode(404);
    As.sales().body(Map.of()).post(COUNTS).then().statusCode(403);
  }

  @Test
  @DisplayName("refuses lots outside of it, twice, or of products that are not there")
  void refusals() {
    String product = Given.product();
    String count = start(Map.of("productIds", List.of(product), "colorCode", "A01"));
    record(count, line(product, "A01", 1), line(product, "B02", 1))
        .statusCode(400)
        .body("errors[0].code", equalTo("outside_count"))
        .body("errors[0].pointer", equalTo("/lines/1"));
    record(count, line(product, "A01", 1), line(product, " A01 ", 2))
        .statusCode(400)
        .body("errors[0].code", equalTo("repeated_lot"));
    record(count, line(product, "A01", -1))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/lines/0/countedQuantity"));
    String nobody = UUID.randomUUID().toString();
    record(start(Map.of()), line(nobody, null, 1))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/lines/0/productId"));
    As.warehouse()
        .body(Map.of("productIds", List.of(nobody)))
        .post(COUNTS)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/productIds/0"));
    As.viewer().get(COUNTS + "/" + count + "/lines").then().body("data", hasSize(0));
  }
}
