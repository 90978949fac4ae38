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
}
