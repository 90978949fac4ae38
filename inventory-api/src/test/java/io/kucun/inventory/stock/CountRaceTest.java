package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Stock-takes among moves")
class CountRaceTest {
  private static final int CLIENTS = 8;
  private static final List<String> COLORS = List.of("A01", "B02", "C03");

  /**
   * Lines that were posted although the lot had moved since it was counted, or that did not end in
   * what was counted; and lines that were reported as moved although it had not.
   */
  private static final String WRONG =
      """
      SELECT count(*) FROM stock_count_line c JOIN stock_count d ON d.id = c.count_id
      JOIN stock_lot l ON l.product_id = c.product_id AND l.color_code = c.color_code
      LEFT JOIN stock_movement p ON p.lot_id = l.id AND p.document_number = d.document_number
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM stock_movement m WHERE m.lot_id = l.id
        AND m.delta <> 0 AND m.seq > c.ledger_seq AND m.seq < coalesce(p.seq, m.seq + 1)) AS any) moved
      WHERE c.product_id = $1 AND CASE c.outcome
        WHEN 'POSTED' THEN p.balance_after IS DISTINCT FROM c.counted_quantity OR moved.any
        WHEN 'MOVED' THEN p.id IS NOT NULL OR NOT moved.any
        ELSE p.id IS NOT NULL END
      """;

  private static final String OUTCOMES =
      "SELECT count(DISTINCT outcome) FROM stock_count_line WHERE product_id = $1"
          + " AND outcome IN ('POSTED', 'MOVED')";

  private static final String LEDGER =
      """
      SELECT count(*) FROM stock_lot l WHERE l.product_id = $1 AND l.quantity <>
        (SELECT sum(m.delta) FROM stock_movement m WHERE m.lot_id = l.id)
      """;

  @Inject Pool database;

  private long count(String sql, String product) {
    return database
        .preparedQuery(sql)
        .executeAndAwait(Tuple.of(UUID.fromString(product)))
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  @DisplayName("post only lots that are as they were counted, and report all others")
  void race() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed of the counts: " + seed);
    String product = Given.product();
    COLORS.forEach(color -> Given.stock(product, color, null, 1_000));
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < Scale.of(20, 1_000); i++) {
      Random random = new Random(seed + i);
      work.add(() -> move(random, product));
      work.add(() -> take(random, product));
    }
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Integer> call : clients.invokeAll(work)) {
        assertThat(call.get()).isIn(200, 201);
      }
    }
    assertThat(count(WRONG, product)).isZero();
    assertThat(count(LEDGER, product)).isZero();
    assertThat(count(OUTCOMES, product)).as("both outcomes were seen").isEqualTo(2);
    database
        .preparedQuery("UPDATE stock_count_line SET ledger_seq = 0 WHERE product_id = $1")
        .executeAndAwait(Tuple.of(UUID.fromString(product)));
    assertThat(count(WRONG, product)).as("counted before all moves, but posted").isPositive();
  }

  private static int move(Random random, String product) {
    return As.warehouse()
        .body(
            Given.lot(
                product,
                COLORS.get(random.nextInt(COLORS.size())),
                null,
                Map.of("delta", random.nextBoolean() ? 1 : -1)))
        .post("/api/v1/inventory/adjustments")
        .statusCode();
  }

  private static int take(Random random, String product) {
    String path =
        "/api/v1/inventory/counts/"
            + As.warehouse().body("{}").post("/api/v1/inventory/counts").path("id");
    List<Map<String, Object>> lines =
        COLORS.stream()
            .map(color ->
                Given.lot(
                    product, color, null, Map.of("countedQuantity", 900 + random.nextInt(200))))
            .toList();
    As.warehouse().body(Map.of("lines", lines)).put(path + "/lines").then().statusCode(200);
    return As.warehouse().post(path + "/submit").statusCode();
  }
}
