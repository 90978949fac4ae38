package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The relay's side of PostgreSQL: the rows, their offsets, and how far each channel is. */
@ApplicationScoped
class EventStore {
  /** The most characters of payload that are carried at once. */
  private static final int MOST_BYTES = 4_000_000;

  /**
   * The lease row stays locked until the offsets are committed: a take-over waits for it, and a
   * holder that lost its term assigns nothing.
   */
  static final String ASSIGN =
      """
      WITH lease AS (
        SELECT 1 FROM event_relay_lease
        WHERE holder = $1 AND term = $2 AND expires_at > now() FOR SHARE
      ), batch AS (
        SELECT id, channel FROM event
        WHERE log_offset IS NULL AND EXISTS (SELECT 1 FROM lease) ORDER BY id LIMIT $3
        FOR UPDATE
      ), numbered AS (
        SELECT id, channel, row_number() OVER (PARTITION BY channel ORDER BY id) AS n FROM batch
      ), given AS (
        UPDATE event_channel c SET last_offset = c.last_offset + g.count
        FROM (SELECT channel, count(*) AS count FROM batch GROUP BY channel) g
        WHERE c.channel = g.channel
        RETURNING c.channel, c.last_offset - g.count AS base
      )
      UPDATE event e SET log_offset = given.base + numbered.n
      FROM numbered JOIN given ON given.channel = numbered.channel
      WHERE e.id = numbered.id
      """;

  /**
   * A batch is bounded by rows and by bytes, but never empty while something is pending. The inner
   * limit keeps it on the index, however large the table is and whatever is known of it.
   */
  static final String PENDING =
      """
      SELECT batch.*, epoch FROM (
        SELECT e.*, sum(length(e.data)) OVER (ORDER BY turn, e.channel) AS bytes,
               row_number() OVER (ORDER BY turn, e.channel) AS n
        FROM (SELECT next.*, next.log_offset - c.published_offset AS turn
              FROM event_channel c CROSS JOIN LATERAL (
                SELECT %s FROM event e
                WHERE e.channel = c.channel AND e.log_offset > c.published_offset
                ORDER BY e.log_offset LIMIT $1) next
              WHERE c.last_offset > c.published_offset AND c.channel <> ALL ($2)
              ORDER BY turn, next.channel LIMIT $1) e) batch CROSS JOIN event_epoch
      WHERE n = 1 OR bytes < %d
      ORDER BY n
      """
          .formatted(EventRow.COLUMNS, MOST_BYTES);

  static final String RANGE =
      """
      SELECT piece.*, epoch FROM (
        SELECT e.*, sum(length(e.data)) OVER (ORDER BY e.log_offset) AS bytes,
               row_number() OVER (ORDER BY e.log_offset) AS n
        FROM (SELECT %s FROM event e
              WHERE e.channel = $1 AND e.log_offset > $2 AND e.log_offset <= $3
              ORDER BY e.log_offset LIMIT $4) e) piece CROSS JOIN event_epoch
      WHERE n = 1 OR bytes < %d
      ORDER BY n
      """
          .formatted(EventRow.COLUMNS, MOST_BYTES);

  static final String CHANNELS =
      """
      SELECT epoch, follows, c.channel, c.last_offset, c.published_offset,
             coalesce((SELECT min(e.log_offset) FROM event e WHERE e.channel = c.channel
                         AND e.log_offset IS NOT NULL), c.last_offset + 1) AS oldest
      FROM event_channel c CROSS JOIN event_epoch ORDER BY c.channel
      """;

  private static final String NOTE =
      """
      UPDATE event_channel SET published_offset = $2
      WHERE channel = $1 AND published_offset < $2 AND last_offset >= $2
        AND EXISTS (SELECT 1 FROM event_epoch WHERE epoch = $3)
      """;

  private static final String REPLACE_EPOCH =
      """
      WITH lease AS (
        SELECT 1 FROM event_relay_lease
        WHERE holder = $3 AND term = $4 AND expires_at > now() FOR SHARE
      )
      UPDATE event_epoch SET epoch = $2, follows = $6
      WHERE epoch = $1 AND EXISTS (SELECT 1 FROM lease)
        AND ($6 <> epoch OR (SELECT last_offset FROM event_channel WHERE channel = $5) < $7)
      """;

  private static final String RAISE_TERM =
      """
      UPDATE event_relay_lease SET term = $3 + 1
      WHERE holder = $1 AND term = $2 AND expires_at > now() AND term <= $3
      """;

  private final Pool pool;

  EventStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * All channels at one instant.
   *
   * @param epoch of their offsets
   * @param follows the epoch that Redis had when that one was opened; null for the first
   */
  record Channels(String epoch, @Nullable String follows, List<ChannelState> states) {
    List<String> names() {
      return states.stream().map(ChannelState::channel).toList();
    }
  }

  /** Gives offsets to at most {@code limit} committed events, oldest first; tells how many. */
  Uni<Integer> assign(Hold hold, int limit) {
    return query(ASSIGN, Tuple.of(hold.holder(), hold.term(), limit)).map(RowSet::rowCount);
  }

  /**
   * Events with an offset that are not known to be in Redis, in the order of their offsets.
   *
   * @param without channels that are left alone
   */
  Uni<Numbered> pending(int limit, Set<String> without) {
    return query(PENDING, Tuple.of(limit, without.toArray(String[]::new)))
        .map(EventStore::numbered);
  }

  /** The events of one channel after one offset and up to another. */
  Uni<Numbered> range(String channel, long after, long upTo, int limit) {
    return query(RANGE, Tuple.of(channel, after, upTo, limit)).map(EventStore::numbered);
  }

  /** Notes that a channel is in Redis up to this position, unless that is of another epoch. */
  Uni<Void> published(String channel, Position position) {
    return query(NOTE, Tuple.of(channel, position.offset(), position.epoch())).replaceWithVoid();
  }

  Uni<Channels> channels() {
    return query(CHANNELS, Tuple.tuple())
        .map(rows -> {
          List<ChannelState> states = new ArrayList<>();
          rows.forEach(row ->
              states.add(
                  new ChannelState(
                      row.getString("channel"),
                      row.getLong("last_offset"),
                      row.getLong("published_offset"),
                      row.getLong("oldest"))));
          Row any = rows.iterator().next();
          return new Channels(any.getString("epoch"), any.getString("follows"), states);
        });
  }

  /**
   * Starts a new numbering in place of that epoch, if the hold is still good and what was seen in
   * Redis is of another epoch or still ahead; tells whether it did.
   */
  Uni<Boolean> replaceEpoch(Hold hold, String epoch, String channel, Position seen) {
    String fresh = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return query(
            REPLACE_EPOCH,
            Tuple.from(
                List.of(
                    epoch,
                    fresh,
                    hold.holder(),
                    hold.term(),
                    channel,
                    seen.epoch(),
                    seen.offset())))
        .map(rows -> rows.rowCount() > 0);
  }

  /**
   * Puts the term of a hold that is still good behind another that Redis has seen: the lease was
   * restored together with the database.
   */
  Uni<Void> raiseTerm(Hold hold, long seen) {
    return query(RAISE_TERM, Tuple.of(hold.holder(), hold.term(), seen)).replaceWithVoid();
  }

  /** Through a connection of its own: the pool's short form logs a fault per late time-out. */
  private Uni<RowSet<Row>> query(String sql, Tuple arguments) {
    return pool.withConnection(connection -> connection.preparedQuery(sql).execute(arguments));
  }

  private static Numbered numbered(RowSet<Row> rows) {
    List<EventRow> events = new ArrayList<>(rows.size());
    String epoch = "";
    for (Row row : rows) {
      events.add(EventRow.of(row));
      epoch = row.getString("epoch");
    }
    return new Numbered(epoch, events);
  }
}
