package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * This process's hold on the relay lease: a row with a holder, a term and an end, on the database's
 * clock. Confined to the relay's event loop, but for {@link #current}.
 */
@ApplicationScoped
class Lease {
  private static final Logger LOG = Logger.getLogger(Lease.class);

  /**
   * Renews or takes. Who doubts does not renew, and lets the others ask first. An end that has
   * passed begins a new term also for who held it: in a restored database every lease has ended, so
   * nobody goes on there as if nothing had happened.
   */
  private static final String TAKE =
      """
      WITH before AS (
        SELECT holder = $1 AND expires_at > now() AS kept, expires_at < now()
                 - CASE WHEN $2 AND holder = $1 THEN $3::bigint * interval '1 millisecond'
                        ELSE interval '0' END AS free
        FROM event_relay_lease FOR UPDATE
      )
      UPDATE event_relay_lease l
      SET holder = $1,
          expires_at = CASE WHEN before.kept AND $2 THEN l.expires_at
                            ELSE now() + interval '3 seconds' END,
          term = CASE WHEN before.kept THEN l.term ELSE l.term + 1 END
      FROM before WHERE before.kept OR before.free
      RETURNING l.term, before.kept
      """;

  private static final String RELEASE =
      "UPDATE event_relay_lease SET expires_at = 'epoch' WHERE holder = $1";

  private final Pool pool;
  private final EventSettings settings;
  private final RelayMeters meters;
  private final String holder = UUID.randomUUID().toString();
  private volatile Optional<Hold> current = Optional.empty();
  private long holds;
  private long asked;
  private boolean doubted;

  Lease(Pool pool, EventSettings settings, RelayMeters meters) {
    this.pool = pool;
    this.settings = settings;
    this.meters = meters;
    meters.watch(this);
  }

  /**
   * The hold, if the lease is ours; the database is asked once per renewal. While doubted it is not
   * renewed: who cannot do the work leaves it to another.
   */
  Uni<Optional<Hold>> hold() {
    long now = System.nanoTime();
    if (asked != 0 && now - asked < settings.renewal().toNanos()) {
      return Uni.createFrom().item(current);
    }
    asked = now;
    return query(TAKE, Tuple.of(holder, doubted, courtesy()))
        .onFailure()
        .invoke(this::forget)
        .map(this::taken);
  }

  /** What {@link #hold} said last; from any thread. */
  Optional<Hold> current() {
    return current;
  }

  /** The last step failed: the next {@link #hold} asks the database, and does not renew. */
  void doubt() {
    doubted = true;
    asked = 0;
  }

  /** The last step did what there was to do. */
  void trust() {
    asked = doubted ? 0 : asked;
    doubted = false;
  }

  /** Who this process is to the others. */
  String holder() {
    return holder;
  }

  Uni<Void> release() {
    forget();
    return query(RELEASE, Tuple.of(holder)).replaceWithVoid();
  }

  private Optional<Hold> taken(RowSet<Row> rows) {
    if (rows.size() == 0) {
      current = Optional.empty();
    } else {
      Row row = rows.iterator().next();
      boolean kept = row.getBoolean("kept");
      long term = row.getLong("term");
      if (!kept || current.filter(hold -> hold.term() == term).isEmpty()) {
        current = Optional.of(new Hold(holder, term, ++holds));
      }
      if (!kept) {
        meters.takenOver();
        LOG.infof("This process publishes the events now (term %d)", term);
      }
    }
    return current;
  }

  /** Milliseconds in which each other replica has asked for a lease that has ended. */
  private long courtesy() {
    return settings.renewal().toMillis() * 3 / 2;
  }

  private void forget() {
    current = Optional.empty();
    asked = 0;
  }

  private Uni<RowSet<Row>> query(String sql, Tuple arguments) {
    return pool.withConnection(connection -> connection.preparedQuery(sql).execute(arguments));
  }
}
