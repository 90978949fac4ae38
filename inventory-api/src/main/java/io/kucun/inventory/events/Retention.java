package io.kucun.inventory.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * How long PostgreSQL keeps events. The replica that leads deletes the oldest of each channel, a
 * bounded number at a time: only what was published, is older than configured, and is not among the
 * newest that a refill of Redis would need. What is kept has no gap.
 */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);
  static final int BATCH = 1_000;
  private static final int BATCHES = 100;
  private static final long SOON_MILLIS = 1_000;

  /** The first that is too new ends the batch: one behind it with an older time stays as well. */
  static final String DELETE =
      """
      WITH oldest AS (
        SELECT id, log_offset, ts FROM event
        WHERE channel = $1
          AND log_offset <= (SELECT published_offset FROM event_channel WHERE channel = $1) - $2
        ORDER BY log_offset LIMIT $3
      )
      DELETE FROM event e USING oldest o
      WHERE e.id = o.id AND o.log_offset < coalesce((
        SELECT min(log_offset) FROM oldest
        WHERE ts >= extract(epoch FROM now()) * 1000 - $4), 9223372036854775807)
      """;

  private final Vertx vertx;
  private final Pool pool;
  private final Lease lease;
  private final EventSettings settings;
  private final RelayMeters meters;
  private volatile boolean stopped;

  Retention(Vertx vertx, Pool pool, Lease lease, EventSettings settings, RelayMeters meters) {
    this.vertx = vertx;
    this.pool = pool;
    this.lease = lease;
    this.settings = settings;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    later(settings.cleaning().toMillis());
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  /** Deletes one batch and tells how many events it had. */
  Uni<Integer> batch(Channel channel) {
    Tuple arguments =
        Tuple.of(channel.wire(), settings.logMax(), BATCH, settings.retention().toMillis());
    return pool.withConnection(
            connection -> connection.preparedQuery(DELETE).execute(arguments).map(RowSet::rowCount))
        .invoke(meters::trimmed);
  }

  /** Deletes of every channel in turn; true if there may be more. */
  private Uni<Boolean> clean() {
    Uni<Boolean> more = Uni.createFrom().item(false);
    for (Channel channel : Channel.values()) {
      more = more.flatMap(before -> batches(channel, BATCHES).map(full -> full || before));
    }
    return more;
  }

  private Uni<Boolean> batches(Channel channel, int left) {
    return batch(channel)
        .flatMap(rows ->
            rows == BATCH && left > 1
                ? batches(channel, left - 1)
                : Uni.createFrom().item(rows == BATCH));
  }

  /** Only who leads: two at once would do no harm, but no good either. */
  private void round() {
    if (lease.current().isEmpty()) {
      again();
    } else {
      clean()
          .subscribe()
          .with(
              more -> later(more ? SOON_MILLIS : pause()),
              failure -> {
                LOG.debugf("Old events stay for now: %s", failure.getMessage());
                again();
              });
    }
  }

  private void again() {
    later(pause());
  }

  private long pause() {
    long usual = settings.cleaning().toMillis();
    return usual / 2 + ThreadLocalRandom.current().nextLong(usual);
  }

  private void later(long millis) {
    if (!stopped) {
      vertx.setTimer(millis, timer -> round());
    }
  }
}
