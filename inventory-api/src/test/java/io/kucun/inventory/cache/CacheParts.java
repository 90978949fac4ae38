package io.kucun.inventory.cache;

import io.kucun.inventory.events.Positions;
import io.kucun.inventory.redis.RedisLinks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;

/** The cache without a service around it. */
public final class CacheParts {
  final MeterRegistry registry = new SimpleMeterRegistry();
  final CacheMeters meters = new CacheMeters(registry);
  final Generations generations;
  final Invalidation invalidation;
  final Leases leases;
  final Lookup lookup;
  final ReadCache cache;
  final CurrentPosition position;

  CacheParts(Vertx vertx, RedisLinks links, CacheSettings settings, Positions committed) {
    CacheKeys keys = new CacheKeys("kucun");
    this.generations = new Generations(links, keys);
    RedisBudget budget = new RedisBudget(links, settings, meters, vertx);
    this.lookup = new Lookup(budget, keys, generations, settings, meters, vertx);
    this.leases = new Leases(budget, keys, settings, meters);
    Loads loads = new Loads(settings, meters);
    SingleLoad single = new SingleLoad(lookup, leases, loads, settings, meters, vertx);
    Unstamped unstamped = new Unstamped(loads, committed);
    this.position = new CurrentPosition(budget, keys, committed);
    this.cache = new ReadCache(lookup, single, unstamped, settings, meters);
    this.invalidation =
        new Invalidation(generations, settings, meters, new PendingInvalidation(), vertx);
  }

  /** A cache with long patience. */
  public static ReadCache cache(Vertx vertx, RedisLinks links, Positions committed) {
    return new CacheParts(vertx, links, new TestSettings(), committed).cache;
  }
}
