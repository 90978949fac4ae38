package io.kucun.local.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL has.
 *
 * @param rows all events, in the order of their ids
 * @param last the last offset that was given, for each channel
 * @param entities lots, products and orders, by the names that {@link Change} gives them
 */
record Books(
    String epoch,
    List<Row> rows,
    List<Move> moves,
    Map<String, Long> last,
    Map<String, Entity> entities) {
  private static final String ROWS =
      "SELECT id, channel, key, owner, data, ts, coalesce(log_offset, 0) FROM event ORDER BY id";
  private static final String MOVES =
      "SELECT id, lot_id, type, delta, balance_after, reserved_delta, reserved_after"
          + " FROM stock_movement ORDER BY seq";
  private static final String ENTITIES =
      """
      SELECT 'lot:' || id, version, quantity || ' ' || reserved FROM stock_lot
      UNION ALL SELECT 'order:' || id, version, lower(status) FROM sales_order
      UNION ALL SELECT 'product:' || id, version, concat_ws(' ', code, name, lower(unit),
          pieces_per_unit, lower(status), low_stock_threshold) FROM product
      """;

  /**
   * An event.
   *
   * @param offset 0 if it has none
   */
  record Row(
      long id,
      String channel,
      String key,
      @Nullable String owner,
      String data,
      long ts,
      long offset) {
    Place place() {
      return new Place(channel, offset);
    }
  }

  /** A row of the ledger. */
  record Move(
      String id,
      String lot,
      String type,
      long delta,
      long quantity,
      long reservedDelta,
      long reserved) {}

  /** How something stands. */
  record Entity(long version, String state) {}

  /** All of it, when nobody writes any more. */
  static Books read(Connection database) throws SQLException {
    List<Row> rows = new ArrayList<>();
    each(
        database,
        ROWS,
        it ->
            rows.add(
                new Row(
                    it.getLong(1),
                    it.getString(2),
                    it.getString(3),
                    it.getString(4),
                    it.getString(5),
                    it.getLong(6),
                    it.getLong(7))));
    List<Move> moves = new ArrayList<>();
    each(
        database,
        MOVES,
        it ->
            moves.add(
                new Move(
                    it.getString(1),
                    it.getString(2),
                    it.getString(3),
                    it.getLong(4),
                    it.getLong(5),
                    it.getLong(6),
                    it.getLong(7))));
    Map<String, Entity> entities = new HashMap<>();
    each(
        database,
        ENTITIES,
        it -> entities.put(it.getString(1), new Entity(it.getLong(2), it.getString(3))));
    Map<String, Long> last = new HashMap<>();
    each(
        database,
        "SELECT channel, last_offset FROM event_channel",
        it -> last.put(it.getString(1), it.getLong(2)));
    List<String> epoch = new ArrayList<>();
    each(database, "SELECT epoch FROM event_epoch", it -> epoch.add(it.getString(1)));
    return new Books(epoch.getFirst(), rows, moves, last, entities);
  }

  /** The same with other events. */
  Books with(List<Row> others) {
    return new Books(epoch, others, moves, last, entities);
  }

  private interface Take {
    void row(ResultSet row) throws SQLException;
  }

  private static void each(Connection database, String query, Take take) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        take.row(found);
      }
    }
  }
}
