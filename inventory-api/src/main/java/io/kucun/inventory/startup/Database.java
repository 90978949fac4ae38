package io.kucun.inventory.startup;

import io.kucun.inventory.events.Relay;
import io.kucun.inventory.redis.Backoff;
import io.kucun.inventory.redis.Reason;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
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

  private final Vertx vertx;
  private final Pool pool;
  private final Flyway flyway;
  private final Relay relay;
  private final Part part;
  private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3));
  private volatile boolean migrated;
  private volatile boolean stopped;

  Database(
      Vertx vertx,
      Pool pool,
      Flyway flyway,
      Relay relay,
      @ConfigProperty(name = "DATABASE_URL") String url) {
    this.vertx = vertx;
    this.pool = pool;
    this.flyway = flyway;
    this.relay = relay;
    this.part = new Part("PostgreSQL", url.replaceAll("//[^@/]*@", "//"));
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
    pool.withConnection(connection -> connection.query("SELECT 1").execute())
        .ifNoItem()
        .after(PROBE_TIMEOUT)
        .fail()
        .flatMap(answer -> migrated ? Uni.createFrom().voidItem() : migrate())
        .subscribe()
        .with(done -> reached(), this::failed);
  }

  /**
   * Flyway blocks, so it has a worker thread; it takes its own lock, so several replicas may start
   * at once.
   */
  private Uni<Void> migrate() {
    return vertx
        .executeBlocking(flyway::migrate)
        .invoke(result -> {
          LOG.infof("Database schema is at version %s", result.targetSchemaVersion);
          migrated = true;
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
    part.missed(Reason.of(failure));
    again(backoff.nextMillis());
  }

  private void again(long millis) {
    vertx.setTimer(millis, timer -> probe());
  }
}
