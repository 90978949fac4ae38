package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The log of the server tells")
class ServerLogTest {
  @Inject Pool database;

  @Test
  @DisplayName("when a CHECK constraint had to step in")
  void violations() {
    String product = Given.product();
    Given.stock(product, null, null, 1);
    ServerLog log = new ServerLog(database);
    for (String table : List.of("stock_lot SET quantity", "product_stock SET total")) {
      assertThatThrownBy(() ->
              database
                  .query("UPDATE " + table + " = -1 WHERE product_id = '" + product + "'")
                  .executeAndAwait())
          .isInstanceOf(PgException.class);
    }
    assertThat(log.violations()).isEqualTo(2);
  }

  @Test
  @DisplayName("of a deadlock")
  void deadlocks() {
    List<String> products = List.of(Given.product(), Given.product());
    ServerLog log = new ServerLog(database);
    SqlConnection one = database.getConnectionAndAwait();
    SqlConnection other = database.getConnectionAndAwait();
    try {
      for (SqlConnection connection : List.of(one, other)) {
        connection.query("BEGIN; SET LOCAL deadlock_timeout = '20ms'").executeAndAwait();
      }
      lock(one, products.getFirst()).await().indefinitely();
      lock(other, products.getLast()).await().indefinitely();
      Uni<Integer> both =
          Uni.combine()
              .all()
              .unis(
                  lock(one, products.getLast()).onFailure().recoverWithItem(1),
                  lock(other, products.getFirst()).onFailure().recoverWithItem(1))
              .with(Integer::sum);
      assertThat(both.await().indefinitely()).as("victims").isEqualTo(1);
    } finally {
      one.query("ROLLBACK").executeAndAwait();
      other.query("ROLLBACK").executeAndAwait();
      one.closeAndAwait();
      other.closeAndAwait();
    }
    assertThat(log.deadlocks()).isEqualTo(1);
  }

  private static Uni<Integer> lock(SqlConnection connection, String product) {
    return connection
        .query("SELECT 1 FROM product_stock WHERE product_id = '" + product + "' FOR UPDATE")
        .execute()
        .replaceWith(0);
  }
}
