package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("Under concurrency")
class ConcurrencyTest {
  private static final int CLIENTS = 16;

  @Inject Pool database;

  private static List<Integer> all(List<Callable<Integer>> calls) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Integer> results = new java.util.ArrayList<>();
      for (Future<Integer> call : clients.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    }
  }

  private long count(String sql) {
    return database.query(sql).executeAndAwait().iterator().next().getLong(0);
  }

  @Test
  @DisplayName("as many outbounds succeed as there are pieces")
  void race() throws Exception {
    int pieces = Scale.of(40, 100);
    String product = Given.product();
    Given.stock(product, "A01", null, pieces);
    Callable<Integer> take =
        () ->
            As.warehouse()
                .body(Given.lot(product, "A01", null, Map.of("quantity", 1)))
                .post("/api/v1/inventory/outbound")
                .statusCode();
    List<Integer> statuses = all(IntStream.range(0, 2 * pieces).mapToObj(i -> take).toList());
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(pieces);
    assertThat(statuses.stream().filter(status -> status == 409)).hasSize(pieces);
  }

  @Test
  @DisplayName("the first inbounds of one lot make one lot")
  void oneLot() throws Exception {
    String product = Given.product();
    int times = Scale.of(32, 100);
    List<Callable<Integer>> inbounds =
        IntStream.range(0, times)
            .<Callable<Integer>>mapToObj(i ->
                () ->
                    As.warehouse()
                        .body(
                            Given.lot(product, i % 2 == 0 ? "" : null, null, Map.of("quantity", 1)))
                        .post("/api/v1/inventory/inbound")
                        .statusCode())
            .toList();
    assertThat(all(inbounds)).containsOnly(201);
    assertThat(count("SELECT count(*) FROM stock_lot WHERE product_id = '" + product + "'"))
        .isOne();
    assertThat(count("SELECT quantity FROM stock_lot WHERE product_id = '" + product + "'"))
        .isEqualTo(times);
  }

  @Test
  @DisplayName("orders over shared lots never deadlock, and every number adds up afterwards")
  void mixed() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed of the mixed orders: " + seed);
    List<String> products = List.of(Given.product(), Given.product(), Given.product());
    for (String product : products) {
      Given.stock(product, "A01", "2026-05-01", 200);
      Given.stock(product, "B02", "2026-06-01", 200);
    }
    List<Callable<Integer>> customers =
        IntStream.range(0, Scale.of(60, 2_000))
            .<Callable<Integer>>mapToObj(i -> () -> order(products, new Random(seed + i)))
            .toList();
    assertThat(all(customers)).allMatch(status -> status == 200 || status == 409);
    assertThat(count(LEDGER_DIFFERENCES)).as("lots that differ from their ledger").isZero();
    assertThat(count(RESERVED_DIFFERENCES)).as("lots that differ from their allocations").isZero();
    assertThat(count(TOTALS_DIFFERENCES)).as("totals that differ from their lots").isZero();
  }

  private static int order(List<String> products, Random random) {
    Map<?, ?>[] items =
        random
            .ints(4, 0, products.size())
            .mapToObj(i -> Given.item(products.get(i), null, 1 + random.nextInt(5)))
            .toArray(Map[]::new);
    String path = "/api/v1/orders/" + Given.draft("sales", items);
    int confirmed = As.admin().post(path + "/confirm").statusCode();
    if (confirmed != 200) {
      return confirmed;
    }
    return As.admin().post(path + (random.nextBoolean() ? "/ship" : "/cancel")).statusCode();
  }

  private static final String LEDGER_DIFFERENCES =
      """
      SELECT count(*) FROM stock_lot l
      WHERE (l.quantity, l.reserved) <>
        (SELECT coalesce(sum(m.delta), 0), coalesce(sum(m.reserved_delta), 0)
         FROM stock_movement m WHERE m.lot_id = l.id)
      """;

  private static final String RESERVED_DIFFERENCES =
      """
      SELECT count(*) FROM stock_lot l
      WHERE l.reserved <>
        (SELECT coalesce(sum(a.quantity), 0) FROM sales_order_allocation a
         JOIN sales_order o ON o.id = a.order_id AND o.status = 'CONFIRMED' WHERE a.lot_id = l.id)
      """;

  private static final String TOTALS_DIFFERENCES =
      """
      SELECT count(*) FROM product_stock p
      WHERE (p.total, p.reserved) <>
        (SELECT coalesce(sum(l.quantity), 0), coalesce(sum(l.reserved), 0)
         FROM stock_lot l WHERE l.product_id = p.product_id)
      """;
}
