package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The audit of the ledger")
class LedgerAuditTest {
  private static @Nullable String product;

  @Inject Pool database;

  /** One for all tests: each undoes what it planted. */
  private static String sold() {
    if (product == null) {
      product = history();
    }
    return product;
  }

  /** A product that was sold, sold and returned to the shelf, reserved, and crossed both ways. */
  private static String history() {
    String product = Given.product(Given.code(), 10);
    Given.stock(product, "A01", "2026-05-01", 20);
    Given.stock(product, "B02", null, 5);
    step(Given.draft("sales", Given.item(product, "A01", 3)), "confirm", "ship", "complete");
    step(Given.draft("sales", Given.item(product, "A01", 15)), "confirm", "cancel");
    step(
        Given.draft("sales", Given.item(product, "A01", 8), Given.item(product, "B02", 2)),
        "confirm");
    As.warehouse()
        .body(Given.lot(product, "A01", "2026-05-01", Map.of("delta", -2)))
        .post("/api/v1/inventory/adjustments")
        .then()
        .statusCode(201);
    return product;
  }

  private static void step(String order, String... steps) {
    for (String step : steps) {
      As.admin().post("/api/v1/orders/" + order + "/" + step).then().statusCode(200);
    }
  }

  @Test
  @DisplayName("finds nothing in a history as the service makes it")
  void clean() {
    LedgerAudit audit = new LedgerAudit(database, List.of(sold()));
    audit.isClean();
    assertThat(audit.crossings()).as("crossings").isEqualTo(4);
  }

  @ParameterizedTest(name = "{0} by: {1}")
  @DisplayName("catches")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LEDGER      | UPDATE stock_lot SET quantity = quantity + 1 WHERE product_id = '#'
          LEDGER      | UPDATE stock_lot SET reserved = reserved + 1 WHERE product_id = '#'
          TOTALS      | UPDATE product_stock SET total = total + 1 WHERE product_id = '#'
          TOTALS      | UPDATE product_stock SET reserved = 0 WHERE product_id = '#'
          BALANCES    | UPDATE stock_movement SET balance_after = balance_after + 1 WHERE product_id = '#' AND type = 'ADJUSTED'
          BALANCES    | DELETE FROM stock_movement WHERE product_id = '#' AND type = 'RELEASED'
          RESERVED    | UPDATE sales_order_allocation SET quantity = quantity + 1 WHERE lot_id IN (SELECT id FROM stock_lot WHERE product_id = '#')
          RESERVED    | UPDATE sales_order SET status = 'CANCELLED' WHERE status = 'CONFIRMED' AND id IN (SELECT order_id FROM sales_order_item WHERE product_id = '#')
          TAKEN       | UPDATE sales_order_item SET quantity = quantity + 1 WHERE product_id = '#'
          TAKEN       | UPDATE sales_order_item SET color_code = 'C03' WHERE product_id = '#'
          TAKEN       | UPDATE stock_lot SET color_code = NULL, production_date = NULL WHERE product_id = '#' AND color_code = 'A01'
          TAKEN       | DELETE FROM sales_order_allocation WHERE lot_id IN (SELECT id FROM stock_lot WHERE product_id = '#')
          ORDERS      | UPDATE stock_movement SET delta = 2 * delta WHERE product_id = '#' AND type = 'SHIPPED'
          ORDERS      | UPDATE sales_order SET status = 'SHIPPED' WHERE status = 'CONFIRMED' AND id IN (SELECT order_id FROM sales_order_item WHERE product_id = '#')
          EVENTS      | DELETE FROM event WHERE key = '#' AND data LIKE '%"type":"shipped"%'
          EVENTS      | INSERT INTO event (channel, key, tags, data, ts) SELECT channel, key, tags, data, ts FROM event WHERE key = '#' AND data LIKE '%"type":"shipped"%'
          EVENTS      | UPDATE event SET data = replace(data, '"delta":-3', '"delta":-2') WHERE key = '#'
          EVENTS      | DELETE FROM stock_movement WHERE product_id = '#' AND type = 'ADJUSTED'
          EVENT_CHAIN | UPDATE event SET data = replace(data, '"before":{"quantity":20,', '"before":{"quantity":21,') WHERE key = '#'
          EVENT_CHAIN | UPDATE event SET data = replace(data, '"version":3,', '"version":2,') WHERE key = '#'
          CROSSINGS   | DELETE FROM event WHERE id = (SELECT max(id) FROM event WHERE key = '#' AND data LIKE '%"type":"low_stock"%')
          CROSSINGS   | INSERT INTO event (channel, key, tags, data, ts) SELECT channel, key, tags, data, ts FROM event WHERE key = '#' AND data LIKE '%"type":"low_stock"%'
          CROSSINGS   | UPDATE event SET data = replace(data, '"lowStockThreshold":10', '"lowStockThreshold":0') WHERE key = '#' AND channel = 'products'
          """)
  void planted(String rule, String fault) {
    String product = sold();
    SqlConnection connection = database.getConnectionAndAwait();
    try {
      Transaction undone = connection.beginAndAwait();
      // Neither the append-only trigger nor a foreign key stands in the way of the fault.
      connection.query("SET LOCAL session_replication_role = replica").executeAndAwait();
      int rows = connection.query(fault.replace("#", product)).executeAndAwait().rowCount();
      assertThat(rows).as("rows with the fault").isPositive();
      assertThat(new LedgerAudit(connection, List.of(product)).faults())
          .anyMatch(found -> found.startsWith(rule + ":"));
      undone.rollbackAndAwait();
    } finally {
      connection.closeAndAwait();
    }
    new LedgerAudit(database, List.of(product)).isClean();
  }
}
