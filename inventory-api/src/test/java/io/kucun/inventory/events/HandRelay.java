package io.kucun.inventory.events;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.TestLinks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;

/** A replica's relay without its loop: a test takes each step, and may halt it anywhere. */
final class HandRelay implements AutoCloseable {
  /** Among the tags once everything that was cached is stale. */
  static final String EVERYTHING = "everything";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  final Gates gates = new Gates();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Set<String> tags = new ConcurrentSkipListSet<>();
  final RedisLinks links;
  final RedisLog log;
  final Lease lease;
  final Carrier carrier;

  HandRelay(Vertx vertx, Pool pool, String redis, EventSettings settings, Scripts scripts) {
    RelayMeters relayMeters = new RelayMeters(meters);
    EventStore store = new HaltingStore(pool, gates);
    this.links = TestLinks.open(vertx, 2, redis);
    this.log = new HaltingLog(links, settings, scripts, gates);
    this.lease = new Lease(pool, settings, relayMeters);
    this.carrier =
        new Carrier(
            store,
            log,
            lease,
            new Reconciliation(store, log, new Tags(), relayMeters),
            new Tags(),
            settings,
            relayMeters);
  }

  /** Remembers what was asked for, instead of a cache. */
  private final class Tags implements BeforePublish {
    @Override
    public Uni<Void> beforePublish(Set<String> some) {
      return gates.pass(Point.BEFORE_TAGS).invoke(passed -> tags.addAll(some));
    }

    @Override
    public Uni<Void> beforeRestart() {
      tags.add(EVERYTHING);
      return Uni.createFrom().voidItem();
    }
  }

  /** Begins a step; it ends by itself, or where it is halted. */
  CompletableFuture<Boolean> begin() {
    return carrier
        .step()
        .onFailure()
        .invoke(failure -> carrier.doubt())
        .subscribeAsCompletionStage();
  }

  /** One step from beginning to end; true if there may be more to do. */
  boolean step() {
    return Uni.createFrom().completionStage(begin()).await().atMost(LIMIT);
  }

  /** Steps until there is nothing more to do; a refused one is followed by a comparison. */
  void drain() {
    boolean more = true;
    while (more) {
      try {
        more = step();
      } catch (OutOfStep refused) {
        more = true;
      }
    }
  }

  double gauge(String meter) {
    return meters.get("kucun.events." + meter).gauge().value();
  }

  long count(String meter) {
    return (long) meters.get("kucun.events." + meter).counter().count();
  }

  @Override
  public void close() {
    TestLinks.close(links);
  }
}
