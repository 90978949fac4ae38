package io.kucun.local.bench;

import io.kucun.local.client.ClientException;
import io.kucun.local.rig.OwnPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** When the rows of the ledger were committed, by PostgreSQL. */
final class Commits {
  private static final String MICROS =
      "(extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000000)::bigint";

  private final OwnPostgres postgres;
  private long seen;

  Commits(OwnPostgres postgres) {
    this.postgres = postgres;
  }

  /** Microseconds since 1970 of each row since the last time this was asked. */
  Map<String, Long> fresh() {
    Map<String, Long> micros = new HashMap<>();
    String query = "SELECT id, seq, " + MICROS + " FROM stock_movement WHERE seq > " + seen;
    try (Connection database = postgres.connect();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        micros.put(row.getString(1), row.getLong(3));
        seen = Math.max(seen, row.getLong(2));
      }
      return micros;
    } catch (SQLException e) {
      throw new ClientException("cannot ask PostgreSQL", e);
    }
  }
}
