package io.kucun.inventory.testing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Looks at the database as another program would. */
@Singleton
public class Sql {
  private final Pool pool;

  Sql(Pool pool) {
    this.pool = pool;
  }

  public RowSet<Row> run(String sql, Object... values) {
    return pool.preparedQuery(sql).executeAndAwait(Tuple.from(values));
  }

  public long number(String sql, Object... values) {
    return run(sql, values).iterator().next().getLong(0);
  }
}
