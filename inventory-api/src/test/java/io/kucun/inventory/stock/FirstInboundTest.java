package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The first inbounds of one lot")
class FirstInboundTest {
  private static final String LOTS =
      """
      SELECT array_agg(quantity) FROM stock_lot WHERE product_id = $1
      """;

  @Inject Pool database;

  private static Long[] lots(SqlClient database, String product) {
    return database
        .preparedQuery(LOTS)
        .executeAndAwait(Tuple.of(UUID.fromString(product)))
        .iterator()
        .next()
        .getArrayOfLongs(0);
  }

  /**
   * Texts are trimmed, and an empty one is none: every second caller writes the lot another way.
   */
  private static @Nullable String spelled(@Nullable String text, boolean otherwise) {
    if (text == null) {
      return otherwise ? "" : null;
    }
    return otherwise ? " " + text + " " : text;
  }

  @ParameterizedTest(name = "colour {0}, date {1}")
  @CsvSource(
      nullValues = "none",
      value = {"A01, 2026-05-01", "A01, none", "none, 2026-05-01", "none, none"})
  @DisplayName("make one lot")
  void oneLot(@Nullable String color, @Nullable String date) throws Exception {
    String product = Given.product();
    int times = Scale.of(30, 100);
    List<Callable<Integer>> inbounds =
        IntStream.range(0, times)
            .<Callable<Integer>>mapToObj(i ->
                () ->
                    As.warehouse()
                        .body(
                            Given.lot(
                                product,
                                spelled(color, i % 2 == 0),
                                spelled(date, i % 3 == 0),
                                Map.of("quantity", 1)))
                        .post("/api/v1/inventory/inbound")
                        .statusCode())
            .toList();
    try (ExecutorService clients = Executors.newFixedThreadPool(times)) {
      for (Future<Integer> call : clients.invokeAll(inbounds)) {
        assertThat(call.get()).isEqualTo(201);
      }
    }
    assertThat(lots(database, product)).containsExactly((long) times);
  }

  @Test
  @DisplayName("would make two without the unique key: the check sees them")
  void control() {
    String product = Given.product();
    List<Long[]> seen = new ArrayList<>();
    assertThatThrownBy(() ->
            database
                .withTransaction(transaction ->
                    doubled(transaction, product)
                        .invoke(seen::add)
                        .map(rows -> {
                          throw new IllegalStateException("Nothing of this is kept");
                        }))
                .await()
                .indefinitely())
        .hasMessage("Nothing of this is kept");
    assertThat(seen.getFirst()).hasSize(2);
  }

  private static Uni<Long[]> doubled(SqlConnection transaction, String product) {
    Tuple id = Tuple.of(UUID.fromString(product));
    return transaction
        .query("ALTER TABLE stock_lot DROP CONSTRAINT stock_lot_natural_key")
        .execute()
        .flatMap(done ->
            transaction
                .preparedQuery(
                    "INSERT INTO stock_lot (id, product_id, quantity)"
                        + " SELECT gen_random_uuid(), $1, 1 FROM generate_series(1, 2)")
                .execute(id))
        .flatMap(done -> transaction.preparedQuery(LOTS).execute(id))
        .map(rows -> rows.iterator().next().getArrayOfLongs(0));
  }
}
