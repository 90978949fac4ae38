package io.kucun.inventory.events;

import io.kucun.inventory.events.LogPage.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The reader's side of the log in PostgreSQL. Only events that are known to be in Redis are shown:
 * the tags of an earlier one need not have been confirmed, so that a read made because of it could
 * find an entry from before it.
 */
@ApplicationScoped
public class EventReads {
  /** How far one page looks for events of one owner; offsets have no gap, so it is rows too. */
  private static final long SPAN = 10_000;

  /** As of one instant, so that an event that is deleted meanwhile is either shown or told gone. */
  static final String SELECT =
      """
      WITH log AS MATERIALIZED (
        SELECT x.epoch, c.last_offset, c.published_offset, coalesce(
          (SELECT min(e.log_offset) FROM event e
           WHERE e.channel = c.channel AND e.log_offset IS NOT NULL), c.last_offset + 1) AS oldest
        FROM event_channel c CROSS JOIN event_epoch x WHERE c.channel = $1
      ), span AS MATERIALIZED (
        SELECT log.*, s.start, least(published_offset, s.start + $6) AS stop
        FROM log CROSS JOIN LATERAL (SELECT greatest($3, oldest - 1) AS start) s
      )
      SELECT s.epoch, s.last_offset, s.oldest, s.start, s.stop, e.*
      FROM span s LEFT JOIN LATERAL (
        SELECT e.*, sum(octet_length(e.data)) OVER (ORDER BY e.log_offset) AS bytes,
               row_number() OVER (ORDER BY e.log_offset) AS n, count(*) OVER () AS found
        FROM (SELECT %s FROM event e
              WHERE e.channel = $1 AND e.log_offset > s.start AND e.log_offset <= s.stop
                AND ($4 IS NULL OR e.owner = $4)
                AND ($2 IS NULL OR $2 = s.epoch)
              ORDER BY e.log_offset LIMIT $5) e
      ) e ON e.n = 1 OR e.bytes < 1000000
      ORDER BY e.n
      """
          .formatted(EventRow.COLUMNS)
          .replace("$2", "cast($2 AS text)")
          .replace("$3", "cast($3 AS bigint)")
          .replace("$4", "cast($4 AS text)")
          .replace("$6", "cast($6 AS bigint)");

  private final Pool pool;

  EventReads(Pool pool) {
    this.pool = pool;
  }

  /**
   * The events of a channel behind a position, a bounded number of them and of bytes.
   *
   * @param after the position; empty for the oldest event that is kept
   * @param owner the only owner whose events are shown; empty for all
   */
  public Uni<LogPage> after(
      Channel channel, Optional<Position> after, Optional<String> owner, int limit) {
    Tuple arguments = arguments(channel, after, owner, limit);
    return pool.withConnection(connection -> connection.preparedQuery(SELECT).execute(arguments))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
        .map(rows -> page(rows, after.orElse(null), limit));
  }

  static Tuple arguments(
      Channel channel, Optional<Position> after, Optional<String> owner, int limit) {
    return Tuple.from(
        new Object[] {
          channel.wire(),
          after.map(Position::epoch).orElse(null),
          after.map(Position::offset).orElse(null),
          owner.orElse(null),
          limit,
          owner.isPresent() ? SPAN : limit
        });
  }

  static LogPage page(List<Row> rows, @Nullable Position after, int limit) {
    Row first = rows.getFirst();
    String epoch = first.getString("epoch");
    Position oldest = new Position(epoch, first.getLong("oldest") - 1);
    if (after != null) {
      Reason gone = gone(after, oldest, first.getLong("last_offset"));
      if (gone != null) {
        return new LogPage.Gone(gone, oldest);
      }
    }
    List<String> envelopes = new ArrayList<>(rows.size());
    long last = Math.max(first.getLong("start"), first.getLong("stop"));
    if (first.getLong("n") != null) {
      boolean whole = first.getLong("found") == rows.size() && rows.size() < limit;
      for (Row row : rows) {
        EventRow event = EventRow.of(row);
        envelopes.add(event.envelope(epoch));
        last = whole ? last : event.offset();
      }
    }
    return new LogPage.Events(envelopes, new Position(epoch, last));
  }

  private static @Nullable Reason gone(Position after, Position oldest, long last) {
    if (!after.epoch().equals(oldest.epoch())) {
      return Reason.OTHER_EPOCH;
    }
    if (after.offset() > last) {
      return Reason.AHEAD;
    }
    return after.offset() < oldest.offset() ? Reason.TRIMMED : null;
  }
}
