package io.kucun.inventory.testing;

import io.kucun.inventory.web.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** A transaction that is never committed: rows for one test, and how the database reads them. */
public final class Rehearsal implements AutoCloseable {
  private final SqlConnection connection;
  private final Transaction transaction;

  public Rehearsal(Pool pool) {
    connection = pool.getConnectionAndAwait();
    transaction = connection.beginAndAwait();
    run("set local statement_timeout = 0");
  }

  public void run(String sql, Object... values) {
    rows(new Statement(sql, Tuple.from(values)));
  }

  public List<Row> rows(Statement statement) {
    return StreamSupport.stream(
            connection
                .preparedQuery(statement.sql())
                .executeAndAwait(statement.values())
                .spliterator(),
            false)
        .toList();
  }

  /** Runs a statement and tells what that took. */
  public Explained explain(Statement statement) {
    String sql = "explain (analyze, format json) " + statement.sql();
    JsonArray plans =
        (JsonArray) rows(new Statement(sql, statement.values())).getFirst().getValue(0);
    return new Explained(plans.getJsonObject(0).getJsonObject("Plan"));
  }

  @Override
  public void close() {
    transaction.rollbackAndAwait();
    connection.closeAndAwait();
  }
}
