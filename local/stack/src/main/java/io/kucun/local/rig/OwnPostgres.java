package io.kucun.local.rig;

import io.kucun.local.servers.Ports;
import io.kucun.local.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A PostgreSQL that may be stopped and started again with its data. One thread at a time. */
public final class OwnPostgres implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path directory;
  private final List<String> options;
  private final int port = Ports.free();
  private PostgresServer server;

  /**
   * Starts it there.
   *
   * @param options more of its command line
   */
  public OwnPostgres(Path directory, List<String> options) {
    this.directory = directory;
    this.options = options;
    this.server = started();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** A connection of somebody who may do everything. */
  public Connection connect() throws SQLException {
    return connect(PostgresServer.NAME);
  }

  /** Such a one to another database there. */
  public Connection connect(String database) throws SQLException {
    String url = PostgresServer.url(port);
    return DriverManager.getConnection(
        "jdbc:" + url.substring(0, url.lastIndexOf('/') + 1) + database,
        PostgresServer.NAME,
        PostgresServer.NAME);
  }

  /** Ends all sessions, in the middle of whatever they do, and starts again. */
  public void restart() {
    server.stop();
    server = started();
  }

  /** Dies without a word to anybody, and recovers from its log. */
  public void crash() {
    server.process().stop("QUIT", LIMIT);
    server = started();
  }

  private PostgresServer started() {
    return PostgresServer.transientIn(
        directory.resolve("postgres"), port, directory.resolve("postgres.log"), options);
  }

  @Override
  public void close() {
    server.stop();
  }
}
