package io.kucun.inventory.startup;

import io.kucun.inventory.events.Relay;
import io.kucun.inventory.redis.Backoff;
import io.kucun.inventory.redis.Reason;
import io.kucun.inventory.redis.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * PostgreSQL: waits for it, migrates its schema once, lets events flow, and watches it from then
 * on.
 */
@ApplicationScoped
class Database {
  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);
  private static final String IS_READ_ONLY =
      "SELECT current_setting('transaction_read_only')::boolean";

  private final Vertx vertx;
  private final Pool pool;
  private final Schema schema;
  private final Refusal refusal;
  private final Relay relay;
  private final Part part;
  private final Part writing;
  private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3));
  private volatile boolean migrated;
  private volatile boolean stopped;

  Database(
      Vertx vertx,
      Pool pool,
      Schema schema,
      Refusal refusal,
      Relay relay,
      @ConfigProperty(name = "DATABASE_URL") String url) {
    this.vertx = vertx;
    this.pool = pool;
    this.schema = schema;
    this.refusal = refusal;
    this.relay = relay;
    String address = url.replaceAll("//[^@/]*@", "//");
    this.part = new Part("PostgreSQL", address);
    this.writing = new Part("PostgreSQL, to write to,", address);
  }

  boolean isReady() {
    return migrated && part.isThere();
  }

  void start(@Observes StartupEvent event) {
    probe();
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void probe() {
    if (stopped) {
      return;
    }
    pool.withConnection(connection -> connection.query(IS_READ_ONLY).execute())
        .ifNoItem()
        .after(PROBE_TIMEOUT)
        .fail()
        .map(rows -> rows.iterator().next().getBoolean(0))
        .flatMap(readOnly -> migrated ? told(readOnly) : migrate(readOnly))
        .subscribe()
        .with(done -> reached(), this::failed);
  }

  /** One that can be read only later is read on: that is no reason to take every replica out. */
  private Uni<Void> told(boolean readOnly) {
    if (readOnly) {
      writing.missed(ReadOnlyException.REASON, Remedy.WRITABLE);
    } else {
      writing.found();
    }
    return Uni.createFrom().voidItem();
  }

  /**
   * Flyway blocks, so it has a worker thread; it takes its own lock, so several replicas may start
   * at once. It would try for ten seconds to write to a database that can only be read.
   */
  private Uni<Void> migrate(boolean readOnly) {
    if (readOnly) {
      return Uni.createFrom().failure(new ReadOnlyException());
    }
    return vertx
        .executeBlocking(schema::migrate)
        .invoke(version -> {
          LOG.infof("Database schema is at version %s", version);
          migrated = true;
          writing.presume();
          relay.start();
        })
        .replaceWithVoid();
  }

  private void reached() {
    part.found();
    backoff.reset();
    again(PROBE_INTERVAL.toMillis());
  }

  private void failed(Throwable failure) {
    if (failure instanceof SchemaException) {
      refusal.refuse(Reason.of(failure));
      return;
    }
    Throwable cause = Remedy.telling(failure);
    part.missed(Reason.of(cause), Remedy.ofDatabase(cause));
    again(backoff.nextMillis());
  }

  private void again(long millis) {
    vertx.setTimer(millis, timer -> probe());
  }
}
