package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Walk;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("Pages of lots while others move them")
class StockPagingTest {
  private static final int LOTS = 16;
  private static final int WRITERS = 4;

  private String product;
  private List<String> lots;

  /** Each lot has ten pieces more than the one before. */
  @BeforeEach
  void lots() {
    product = Given.product();
    lots = new ArrayList<>();
    for (int i = 0; i < LOTS; i++) {
      lots.add(Given.stock(product, color(i), null, 10L * (i + 1)));
    }
  }

  private static String color(int lot) {
    return "C" + (char) ('a' + lot);
  }

  private String path(String query) {
    return "/api/v1/inventory?limit=3&productId=" + product + "&" + query;
  }

  private void move(int lot, long delta) {
    As.warehouse()
        .body(Given.lot(product, color(lot), null, Map.of("delta", delta)))
        .post("/api/v1/inventory/adjustments")
        .then()
        .statusCode(201);
  }

  /** Sends every fourth lot to the far end and back. */
  private Callable<Integer> writer(int number, AtomicBoolean done) {
    return () -> {
      int moves = 0;
      while (!done.get()) {
        move(number * 4, 1_000);
        move(number * 4, -1_000);
        moves++;
      }
      return moves;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"productCode", "quantity", "availableQuantity"})
  @DisplayName("have every unchanged lot once, whatever it is sorted by")
  void underWrites(String sortBy) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(threads.submit(writer(i, done)));
      }
      try {
        for (int walk = 0; walk < Scale.of(5, 200); walk++) {
          check(sortBy, Walk.through(path("sortBy=" + sortBy), "id"));
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isPositive();
      }
    }
  }

  private void check(String sortBy, List<String> seen) {
    boolean changes = !sortBy.equals("productCode");
    List<String> still =
        lots.stream().filter(lot -> !changes || lots.indexOf(lot) % 4 != 0).toList();
    assertThat(seen.stream().filter(still::contains).toList()).isEqualTo(still);
  }

  @Test
  @DisplayName("by cursor miss no lot where pages by number do")
  void byNumber() {
    String path = path("sortBy=quantity");
    String cursor = Walk.page(path, null).path("pagination.nextCursor");
    move(0, 1_000);
    List<String> byCursor = Walk.page(path, cursor).path("data.id");
    List<String> byNumber = Walk.page(path + "&page=2", null).path("data.id");
    assertThat(byCursor).isEqualTo(lots.subList(3, 6));
    assertThat(byNumber).isEqualTo(lots.subList(4, 7));
  }
}
