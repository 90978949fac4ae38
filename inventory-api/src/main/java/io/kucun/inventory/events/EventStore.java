package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** The relay's side of PostgreSQL: the lease, the offsets and the rows. */
@ApplicationScoped
class EventStore {
  private static final String LEASE =
      """
      UPDATE event_relay_lease
      SET holder = $1, expires_at = now() + interval '3 seconds',
          term = CASE WHEN holder = $1 THEN term ELSE term + 1 END
      WHERE holder = $1 OR expires_at < now()
      RETURNING term
      """;

  private static final String RELEASE =
      "UPDATE event_relay_lease SET expires_at = 'epoch' WHERE holder = $1";

  /**
   * The lease row stays locked until the offsets are committed: a take-over waits for it, and a
   * holder that lost its term assigns nothing.
   */
  private static final String ASSIGN =
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

  /** A batch is bounded by rows and by bytes, but never empty while something is pending. */
  private static final String PENDING =
      """
      SELECT * FROM (
        SELECT e.*, sum(length(e.data)) OVER (ORDER BY e.log_offset, e.channel) AS bytes,
               row_number() OVER (ORDER BY e.log_offset, e.channel) AS n
        FROM (SELECT %s FROM event_channel c JOIN event e
                ON e.channel = c.channel AND e.log_offset > c.published_offset
              WHERE c.last_offset > c.published_offset
              ORDER BY e.log_offset, e.channel LIMIT $1) e) batch
      WHERE n = 1 OR bytes < 4000000
      ORDER BY n
      """
          .formatted(EventRow.COLUMNS);

  private static final String RANGE =
      "SELECT "
          + EventRow.COLUMNS
          + """
           FROM event e
          WHERE e.channel = $1 AND e.log_offset > $2 AND e.log_offset <= $3
          ORDER BY e.log_offset LIMIT $4
          """;

  private static final String REPLACE_EPOCH =
      """
      UPDATE event_epoch SET epoch = $2
      WHERE epoch = $1
        AND EXISTS (SELECT 1 FROM event_relay_lease WHERE holder = $3 AND expires_at > now())
        AND (SELECT last_offset FROM event_channel WHERE channel = $4) < $5
      """;

  private final Pool pool;

  EventStore(Pool pool) {
    this.pool = pool;
  }

  /** A channel's counters. */
  record ChannelState(String channel, long last, long published) {}

  /** Takes or renews the lease; empty while another holds it. */
  Uni<OptionalLong> lease(String holder) {
    return query(LEASE, Tuple.of(holder))
        .map(rows ->
            rows.size() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(rows.iterator().next().getLong("term")));
  }

  Uni<Void> release(String holder) {
    return query(RELEASE, Tuple.of(holder)).replaceWithVoid();
  }

  /** Gives offsets to at most {@code limit} committed events, oldest first; tells how many. */
  Uni<Integer> assign(String holder, long term, int limit) {
    return query(ASSIGN, Tuple.of(holder, term, limit)).map(RowSet::rowCount);
  }

  /** Events with an offset that are not known to be in Redis, in the order of their offsets. */
  Uni<List<EventRow>> pending(int limit) {
    return query(PENDING, Tuple.of(limit)).map(EventStore::events);
  }

  /** The events of one channel after one offset and up to another. */
  Uni<List<EventRow>> range(String channel, long after, long upTo, int limit) {
    return query(RANGE, Tuple.of(channel, after, upTo, limit)).map(EventStore::events);
  }

  /** Notes that a channel is in Redis up to this offset. */
  Uni<Void> published(String channel, long offset) {
    return query(
            "UPDATE event_channel SET published_offset = $2 WHERE channel = $1"
                + " AND published_offset < $2 AND last_offset >= $2",
            Tuple.of(channel, offset))
        .replaceWithVoid();
  }

  Uni<List<ChannelState>> channels() {
    return query(
            "SELECT channel, last_offset, published_offset FROM event_channel ORDER BY channel",
            Tuple.tuple())
        .map(rows -> {
          List<ChannelState> states = new ArrayList<>();
          rows.forEach(row ->
              states.add(new ChannelState(row.getString(0), row.getLong(1), row.getLong(2))));
          return states;
        });
  }

  Uni<String> epoch() {
    return query("SELECT epoch FROM event_epoch", Tuple.tuple())
        .map(rows -> rows.iterator().next().getString(0));
  }

  /**
   * Starts a new numbering, if this holder still has the lease and the channel is still behind what
   * was seen in Redis.
   */
  Uni<Void> replaceEpoch(String holder, String channel, Position seen) {
    String fresh = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return query(REPLACE_EPOCH, Tuple.of(seen.epoch(), fresh, holder, channel, seen.offset()))
        .replaceWithVoid();
  }

  /** Through a connection of its own: the pool's short form logs a fault per late time-out. */
  private Uni<RowSet<Row>> query(String sql, Tuple arguments) {
    return pool.withConnection(connection -> connection.preparedQuery(sql).execute(arguments));
  }

  private static List<EventRow> events(RowSet<Row> rows) {
    List<EventRow> events = new ArrayList<>(rows.size());
    rows.forEach(row -> events.add(EventRow.of(row)));
    return events;
  }
}
