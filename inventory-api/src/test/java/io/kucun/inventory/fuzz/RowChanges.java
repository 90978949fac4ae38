package io.kucun.inventory.fuzz;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Counts the rows that committed transactions insert, change or delete, by triggers on every
 * business table. Of events and keys only inserts count: the relay numbers events by itself.
 */
final class RowChanges implements AutoCloseable {
  private static final String TABLES =
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
        AND table_name NOT LIKE 'flyway%' AND table_name NOT LIKE 'event\\_%'
        AND table_name <> 'fuzz_change'
      """;

  private final DataSource database;
  private final List<String> tables = new ArrayList<>();

  RowChanges(DataSource database) throws SQLException {
    this.database = database;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS fuzz_change");
      statement.execute(
          "CREATE TABLE fuzz_change (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text)");
      statement.execute(
          """
          CREATE OR REPLACE FUNCTION fuzz_note() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            INSERT INTO fuzz_change (what) VALUES (TG_OP || ' ' || TG_TABLE_NAME);
            RETURN NULL;
          END $$
          """);
      try (ResultSet names = statement.executeQuery(TABLES)) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        boolean grows = table.equals("event") || table.contains("idempotency");
        statement.execute(
            "CREATE OR REPLACE TRIGGER fuzz_note AFTER "
                + (grows ? "INSERT" : "INSERT OR UPDATE OR DELETE")
                + " ON "
                + table
                + " FOR EACH ROW EXECUTE FUNCTION fuzz_note()");
      }
    }
  }

  /** What has been changed since a count, at most ten rows. */
  List<String> since(long count) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT what FROM fuzz_change WHERE id > " + count + " ORDER BY id LIMIT 10")) {
      List<String> changes = new ArrayList<>();
      while (rows.next()) {
        changes.add(rows.getString(1));
      }
      return changes;
    }
  }

  /** How far the count is. */
  long count() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT coalesce(max(id), 0) FROM fuzz_change")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.execute("DROP TRIGGER IF EXISTS fuzz_note ON " + table);
      }
      statement.execute("DROP FUNCTION fuzz_note");
      statement.execute("DROP TABLE fuzz_change");
    }
  }
}
