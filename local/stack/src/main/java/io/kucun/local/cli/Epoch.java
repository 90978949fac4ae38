package io.kucun.local.cli;

import io.kucun.local.stack.Settings;
import io.kucun.local.stack.StackException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A new epoch of the event log, in one transaction: whoever knows a position of the old one has to
 * read everything again. Offsets and events stay as they are; in the new epoch they are published
 * for the first time.
 */
final class Epoch {
  private static final String UNDEFINED_TABLE = "42P01";
  private static final int LENGTH = 12;

  private final Settings settings;
  private final Console console;

  Epoch(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  int run(String what) {
    if (!what.equals("new")) {
      throw new StackException("There is only 'epoch new', not 'epoch " + what + "'");
    }
    Settings database = settings.ofDatabase();
    String url = database.databaseUrl();
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:" + url, database.databaseUser(), database.databasePassword())) {
      connection.setAutoCommit(false);
      String fresh = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
      String old = replace(connection, fresh);
      connection.commit();
      console.line("The event log begins epoch " + fresh + "; it was " + old);
      return 0;
    } catch (SQLException e) {
      throw new StackException(reason(url, e));
    }
  }

  /** The lease first, as the relay does: what it is giving offsets to is finished by then. */
  private static String replace(Connection connection, String fresh) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE event_relay_lease SET holder = '', term = term + 1, expires_at = 'epoch'");
    }
    String old = epoch(connection);
    // A backup may be from before the column.
    String follows = hasColumn(connection) ? ", follows = epoch" : "";
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE event_epoch SET epoch = ?" + follows)) {
      update.setString(1, fresh);
      update.executeUpdate();
    }
    return old;
  }

  private static String epoch(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT epoch FROM event_epoch FOR UPDATE")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static boolean hasColumn(Connection connection) throws SQLException {
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(null, connection.getSchema(), "event_epoch", "follows")) {
      return columns.next();
    }
  }

  private static String reason(String url, SQLException e) {
    String where = url.replaceAll("//[^@/]*@", "//");
    return UNDEFINED_TABLE.equals(e.getSQLState())
        ? "There is no event log in " + where + ": inventory-api makes it at its first start"
        : "Cannot open a new epoch in "
            + where
            + ": "
            + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
