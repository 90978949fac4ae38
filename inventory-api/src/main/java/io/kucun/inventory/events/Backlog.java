package io.kucun.inventory.events;

import io.kucun.inventory.events.LastCount.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * Counts, every two seconds, the events that wait in PostgreSQL. While it cannot, whatever waits
 * gets older all the same. Thread-safe.
 */
@ApplicationScoped
public class Backlog {
  private static final Logger LOG = Logger.getLogger(Backlog.class);

  static final String COUNT =
      """
      SELECT (SELECT count(*) FROM (
                SELECT 1 FROM event WHERE log_offset IS NULL LIMIT 100000) u) AS unassigned,
             c.unpublished,
             coalesce(extract(epoch FROM now()) * 1000 - least(c.ts, (
               SELECT ts FROM event WHERE log_offset IS NULL ORDER BY id LIMIT 1)), 0)::bigint AS age
      FROM (
        SELECT sum(last_offset - published_offset)::bigint AS unpublished, min((
                 SELECT ts FROM event e
                 WHERE e.channel = c.channel AND e.log_offset > c.published_offset
                 ORDER BY e.log_offset LIMIT 1)) AS ts
        FROM event_channel c) c
      """;

  private final Pool pool;
  private final Lease lease;
  private final EventSettings settings;
  private final Vertx vertx;
  private final Relay relay;
  private final AtomicBoolean counting = new AtomicBoolean();
  private final LastCount last;

  @Inject
  Backlog(
      Pool pool,
      Lease lease,
      EventSettings settings,
      Vertx vertx,
      Relay relay,
      MeterRegistry registry) {
    this(pool, lease, settings, vertx, relay, registry, System::nanoTime);
  }

  Backlog(
      Pool pool,
      Lease lease,
      EventSettings settings,
      Vertx vertx,
      Relay relay,
      MeterRegistry registry,
      LongSupplier nanos) {
    this.pool = pool;
    this.lease = lease;
    this.settings = settings;
    this.vertx = vertx;
    this.relay = relay;
    this.last = new LastCount(nanos);
    gauge(registry, "unassigned", "Committed events without an offset", Waiting::unassigned);
    gauge(registry, "unpublished", "Events that are not yet in Redis", Waiting::unpublished);
    gauge(registry, "lag.seconds", "Age of the oldest that waits", it -> it.age() / 1_000);
    Gauge.builder("kucun.events.uncounted.seconds", () -> last.uncounted() / 1_000)
        .description("Time since the last good count, while counting fails")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToLongFunction<Waiting> value) {
    Gauge.builder("kucun.events." + name, () -> value.applyAsLong(last.waiting()))
        .description(description)
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(settings.counting().toMillis(), timer -> recount());
  }

  /** As of the last count; the age as of now, if counting fails. */
  public RelayState state() {
    Waiting waiting = last.waiting();
    return new RelayState(
        waiting.unassigned(),
        waiting.unpublished(),
        waiting.age() / 1_000,
        lease.current().isPresent(),
        lease.current().map(Hold::term).orElse(0L),
        waiting.age() >= settings.late().toMillis());
  }

  Uni<Void> count() {
    return pool.withConnection(connection -> connection.query(COUNT).execute())
        .map(rows -> waiting(rows.iterator().next()))
        .invoke(last::counted)
        .onFailure()
        .invoke(last::failed)
        .replaceWithVoid();
  }

  private static Waiting waiting(Row row) {
    return new Waiting(
        row.getLong("unassigned"), row.getLong("unpublished"), Math.max(0, row.getLong("age")));
  }

  private void recount() {
    if (!relay.isRunning()) {
      return;
    }
    if (!counting.compareAndSet(false, true)) {
      last.failed(); // The one before has no answer yet, and may never get one.
      return;
    }
    count()
        .onTermination()
        .invoke(() -> counting.set(false))
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("Not counted: %s", failure.getMessage()));
  }
}
