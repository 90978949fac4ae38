package io.kucun.inventory.write;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Deletes keys that are no longer replayed, a bounded number at a time. Several replicas may do so
 * at once: each skips what another is deleting.
 */
@ApplicationScoped
class ExpiredKeys {
  private static final Logger LOG = Logger.getLogger(ExpiredKeys.class);
  static final int BATCH = 500;
  private static final int BATCHES = 40;
  private static final long INTERVAL = Duration.ofMinutes(5).toMillis();

  private static final String DELETE =
      """
      DELETE FROM idempotency_key k USING (
        SELECT subject, key FROM idempotency_key WHERE %s
        ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED) old
      WHERE k.subject = old.subject AND k.key = old.key
      """
          .formatted(KeyStore.EXPIRED);

  private final Vertx vertx;
  private final Pool pool;
  private final Counter deleted;
  private volatile boolean stopped;

  ExpiredKeys(Vertx vertx, Pool pool, MeterRegistry registry) {
    this.vertx = vertx;
    this.pool = pool;
    this.deleted =
        Counter.builder("kucun.idempotency.expired")
            .description("Idempotency keys deleted because their day is over")
            .register(registry);
  }

  void start(@Observes StartupEvent event) {
    later();
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  /** Deletes one batch and tells how many rows it had. */
  Uni<Integer> batch() {
    return pool.withConnection(connection ->
            connection.preparedQuery(DELETE).execute(Tuple.of(BATCH)).map(RowSet::rowCount))
        .invoke(rows -> deleted.increment(rows));
  }

  /** Replicas that started together drift apart. */
  private void later() {
    if (!stopped) {
      long millis = INTERVAL / 2 + ThreadLocalRandom.current().nextLong(INTERVAL);
      vertx.setTimer(
          millis, timer -> batches(BATCHES).subscribe().with(done -> later(), this::failed));
    }
  }

  private Uni<Integer> batches(int left) {
    return batch()
        .flatMap(
            rows -> rows == BATCH && left > 1 ? batches(left - 1) : Uni.createFrom().item(rows));
  }

  private void failed(Throwable failure) {
    LOG.debugf("Expired keys stay for now: %s", failure.getMessage());
    later();
  }
}
