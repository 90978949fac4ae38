package io.kucun.local.replay;

import io.kucun.local.client.ClientException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The database as a witness: it is only read. One thread. */
final class Database implements AutoCloseable {
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 50;
  private static final int FETCH = 1000;

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  static Database open(String url, String user, String password) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:" + url, user, password);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new Database(connection);
    } catch (SQLException e) {
      throw new ClientException("cannot read PostgreSQL for the checks: " + e.getMessage(), e);
    }
  }

  /** Waits until every event that was committed is published, and says where that is. */
  Snapshot settled() {
    long deadline = System.nanoTime() + SETTLE_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Snapshot> snapshot = snapshot();
      if (snapshot.isPresent()) {
        return snapshot.get();
      }
      pause();
    }
    throw new ClientException(
        "events stay unpublished for " + SETTLE_LIMIT.toSeconds() + " s: see ./kucun status");
  }

  /** The events of a channel after one offset, up to another, in the order of their offsets. */
  void events(String channel, long after, long upTo, BiConsumer<Long, String> row) {
    String sql =
        "select log_offset, data from event"
            + " where channel = ? and log_offset > ? and log_offset <= ? order by log_offset";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      statement.setString(1, channel);
      statement.setLong(2, after);
      statement.setLong(3, upTo);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          row.accept(rows.getLong(1), rows.getString(2));
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** How many lots are not what the ledger adds up to. */
  long lotsOffLedger() {
    try (Statement statement = connection.createStatement()) {
      long lots =
          number(
              statement,
              """
              select count(*) from stock_lot l left join (
                select lot_id, sum(delta) as quantity, sum(reserved_delta) as reserved
                from stock_movement group by lot_id) m on m.lot_id = l.id
              where l.quantity <> coalesce(m.quantity, 0) or l.reserved <> coalesce(m.reserved, 0)
              """);
      connection.rollback();
      return lots;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Empty while an event is not published; all statements see one moment. */
  private Optional<Snapshot> snapshot() {
    try (Statement statement = connection.createStatement()) {
      long pending = number(statement, "select count(*) from event where log_offset is null");
      long ledger = number(statement, "select count(*) from stock_movement");
      Map<String, Long> offsets = new HashMap<>();
      boolean published = true;
      try (ResultSet rows =
          statement.executeQuery(
              "select channel, last_offset, published_offset from event_channel")) {
        while (rows.next()) {
          offsets.put(rows.getString(1), rows.getLong(2));
          published &= rows.getLong(2) == rows.getLong(3);
        }
      }
      String epoch = text(statement, "select epoch from event_epoch");
      connection.rollback();
      return pending == 0 && published
          ? Optional.of(new Snapshot(epoch, offsets, ledger))
          : Optional.empty();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static long number(Statement statement, String sql) throws SQLException {
    return Long.parseLong(text(statement, sql));
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("interrupted", e);
    }
  }

  private static ClientException unreadable(SQLException e) {
    return new ClientException("cannot read PostgreSQL for the checks: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}
