package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A threshold")
class ThresholdTest {
  private static final String TOLD =
      """
      SELECT data::jsonb->>'type' || ' at ' || (data::jsonb->>'threshold') || ': '
        || (data::jsonb->>'availableBefore') || ' to ' || (data::jsonb->>'availableAfter') AS told
      FROM event WHERE channel = 'inventory' AND key = $1 AND data::jsonb ? 'threshold' ORDER BY id
      """;

  @Inject Pool database;

  private List<String> told(String product) {
    List<String> told = new ArrayList<>();
    for (Row row : database.preparedQuery(TOLD).executeAndAwait(Tuple.of(product))) {
      told.add(row.getString("told"));
    }
    return told;
  }

  private static void set(String product, long threshold) {
    As.admin()
        .header("If-Match", "*")
        .body(Map.of("code", "T-" + product, "name", "抛光砖", "lowStockThreshold", threshold))
        .put("/api/v1/products/" + product)
        .then()
        .statusCode(200);
  }

  @Test
  @DisplayName("that passes what is available tells so once, in either direction")
  void moved() {
    String product = Given.product(Given.code(), 10);
    Given.stock(product, "A01", null, 20);
    set(product, 19);
    set(product, 20);
    set(product, 30);
    set(product, 20);
    set(product, 5);
    set(product, 5);
    assertThat(told(product))
        .containsExactly(
            "restocked at 10: 0 to 20", "low_stock at 20: 20 to 20", "restocked at 5: 20 to 20");
  }

  @Test
  @DisplayName("counts what is available, not what is there")
  void available() {
    String product = Given.product(Given.code(), 10);
    Given.stock(product, "A01", null, 20);
    String order = Given.draft("sales", Given.item(product, "A01", 9));
    As.sales().post("/api/v1/orders/" + order + "/confirm").then().statusCode(200);
    set(product, 11);
    As.sales().post("/api/v1/orders/" + order + "/cancel").then().statusCode(200);
    assertThat(told(product))
        .containsExactly(
            "restocked at 10: 0 to 20", "low_stock at 11: 11 to 11", "restocked at 11: 11 to 20");
  }

  @Test
  @DisplayName("is not crossed by a document that goes there and back")
  void thereAndBack() {
    String product = Given.product(Given.code(), 10);
    Given.stock(product, "A01", null, 20);
    Map<String, Object> down = Given.lot(product, "A01", null, Map.of("delta", -15));
    Map<String, Object> up = Given.lot(product, "B02", null, Map.of("delta", 15));
    As.warehouse()
        .body(Map.of("items", List.of(down, up)))
        .post("/api/v1/inventory/adjustments/batch")
        .then()
        .statusCode(201);
    assertThat(told(product)).containsExactly("restocked at 10: 0 to 20");
  }
}
