package io.kucun.inventory.events;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.TestLinks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.Set;

/** A replica's whole relay with its loop. */
final class LoopRelay implements AutoCloseable {
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Lease lease;
  final Relay relay;
  private final RedisLinks links;

  LoopRelay(Vertx vertx, Pool pool, String redis, EventSettings settings) {
    RelayMeters relayMeters = new RelayMeters(meters);
    EventStore store = new EventStore(pool);
    links = TestLinks.open(vertx, 4, redis);
    RedisLog log = new RedisLog(links, "kucun", settings, Scripts.packaged());
    lease = new Lease(pool, settings, relayMeters);
    Carrier carrier =
        new Carrier(
            store,
            log,
            lease,
            new Reconciliation(store, log, new NoCache(), relayMeters),
            new NoCache(),
            settings,
            relayMeters);
    relay =
        new Relay(
            carrier,
            lease,
            new Wakeups(links, lease, "kucun"),
            settings,
            links,
            vertx.getDelegate());
  }

  /** Nothing is cached. */
  private static final class NoCache implements BeforePublish {
    @Override
    public Uni<Void> beforePublish(Set<String> tags) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> beforeRestart() {
      return Uni.createFrom().voidItem();
    }
  }

  boolean leads() {
    return lease.current().isPresent();
  }

  /** As a process that ends in order. */
  void stop() {
    relay.stop(new ShutdownEvent());
  }

  @Override
  public void close() {
    stop();
    TestLinks.close(links);
  }
}
