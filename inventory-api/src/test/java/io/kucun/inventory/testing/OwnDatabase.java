package io.kucun.inventory.testing;

import io.kucun.local.servers.LocalServers;
import io.kucun.local.servers.PostgresServer;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A migrated database that only one test class uses, on the server of all tests. */
public final class OwnDatabase implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String USER = PostgresServer.NAME;

  private final Pool pool;

  public OwnDatabase(Vertx vertx) {
    String server = LocalServers.databaseUrl();
    String name = "own_" + UUID.randomUUID().toString().replace("-", "");
    Pool first = pool(vertx, server);
    first.query("CREATE DATABASE " + name).execute().await().atMost(LIMIT);
    first.close().await().atMost(LIMIT);
    String url = server.substring(0, server.lastIndexOf('/') + 1) + name;
    Flyway.configure().dataSource("jdbc:" + url, USER, USER).load().migrate();
    pool = pool(vertx, url);
  }

  private static Pool pool(Vertx vertx, String url) {
    PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(USER).setPassword(USER);
    options.setCachePreparedStatements(true).setPipeliningLimit(64);
    return Pool.newInstance(
        PgBuilder.pool()
            .using(vertx)
            .with(new PoolOptions().setMaxSize(10))
            .connectingTo(options)
            .build());
  }

  public Pool pool() {
    return pool;
  }

  public RowSet<Row> run(String sql, Object... values) {
    return pool.withConnection(c -> c.preparedQuery(sql).execute(Tuple.from(values)))
        .await()
        .atMost(LIMIT);
  }

  public long number(String sql, Object... values) {
    return run(sql, values).iterator().next().getLong(0);
  }

  @Override
  public void close() {
    pool.close().await().atMost(LIMIT);
  }
}
