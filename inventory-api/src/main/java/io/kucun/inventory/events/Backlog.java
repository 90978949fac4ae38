package io.kucun.inventory.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/** Counts, every two seconds, the events that wait in PostgreSQL. Thread-safe. */
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
  private volatile Counted counted = new Counted(0, 0, 0);

  private record Counted(long unassigned, long unpublished, long ageMillis) {}

  Backlog(
      Pool pool,
      Lease lease,
      EventSettings settings,
      Vertx vertx,
      Relay relay,
      MeterRegistry registry) {
    this.pool = pool;
    this.lease = lease;
    this.settings = settings;
    this.vertx = vertx;
    this.relay = relay;
    gauge(registry, "unassigned", "Committed events without an offset", Counted::unassigned);
    gauge(registry, "unpublished", "Events that are not yet in Redis", Counted::unpublished);
    gauge(registry, "lag.seconds", "Age of the oldest that waits", it -> it.ageMillis() / 1_000);
  }

  private void gauge(
      MeterRegistry registry, String name, String description, ToLongFunction<Counted> value) {
    Gauge.builder("kucun.events." + name, () -> value.applyAsLong(counted))
        .description(description)
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(settings.counting().toMillis(), timer -> recount());
  }

  /** As of the last count. */
  public RelayState state() {
    Counted last = counted;
    return new RelayState(
        last.unassigned(),
        last.unpublished(),
        last.ageMillis() / 1_000,
        lease.current().isPresent(),
        lease.current().map(Hold::term).orElse(0L),
        last.ageMillis() >= settings.late().toMillis());
  }

  Uni<Void> count() {
    return pool.withConnection(connection -> connection.query(COUNT).execute())
        .invoke(rows -> {
          Row row = rows.iterator().next();
          counted =
              new Counted(
                  row.getLong("unassigned"),
                  row.getLong("unpublished"),
                  Math.max(0, row.getLong("age")));
        })
        .replaceWithVoid();
  }

  private void recount() {
    if (relay.isRunning() && counting.compareAndSet(false, true)) {
      count()
          .onTermination()
          .invoke(() -> counting.set(false))
          .subscribe()
          .with(done -> {}, failure -> LOG.debugf("Not counted: %s", failure.getMessage()));
    }
  }
}
