package io.kucun.inventory.startup;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool of connections to PostgreSQL, so that nothing waits there for ever: neither for a
 * connection, nor for a lock, nor for a statement, nor a lock for a transaction that does nothing.
 */
@Singleton
final class DatabasePool implements PgPoolCreator {
  private final DatabaseLimits limits;

  DatabasePool(DatabaseLimits limits) {
    this.limits = limits;
  }

  @Override
  public Pool create(Input input) {
    input.pgConnectOptionsList().forEach(this::limit);
    input
        .poolOptions()
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
        .setConnectionTimeout(Math.toIntExact(limits.connectionTimeout().toMillis()))
        .setMaxWaitQueueSize(limits.connectionQueue());
    return PgBuilder.pool()
        .using(input.vertx())
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .build();
  }

  private void limit(PgConnectOptions connection) {
    connection
        .addProperty("statement_timeout", millis(limits.statementTimeout()))
        .addProperty("lock_timeout", millis(limits.lockTimeout()))
        .addProperty("idle_in_transaction_session_timeout", millis(limits.idleTimeout()));
  }

  /** PostgreSQL takes 0 for no limit. */
  private static String millis(Duration limit) {
    return String.valueOf(Math.max(1, limit.toMillis()));
  }
}
