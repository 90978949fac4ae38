package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.Redis.Entry;
import io.kucun.inventory.cache.model.Redis.Lease;
import java.util.List;

/**
 * What happens to Redis by itself: entries, generations and leases go at any time and any number of
 * times; old data comes back as often as the setup says.
 */
final class Environment implements Actor {
  private static final String NAME = "redis";

  private final Protocol protocol;
  private final int tags;

  Environment(Protocol protocol, Setup setup) {
    this.protocol = protocol;
    this.tags = setup.tags();
  }

  @Override
  public void steps(State now, List<Step> into) {
    Redis redis = now.redis();
    if (!redis.entry().equals(Entry.NONE)) {
      into.add(Step.of(NAME, Act.EVICTS_ENTRY, now.with(redis.with(Entry.NONE))));
    }
    if (redis.lease().isHeld()) {
      into.add(Step.of(NAME, Act.EXPIRES_LEASE, now.with(redis.with(Lease.NONE))));
    }
    evict(Setup.PRODUCT, now, into);
    evict(Setup.STOCK, now, into);
    Redis flushed = redis.with(Entry.NONE).with(Lease.NONE);
    flushed = (tags & Setup.PRODUCT) != 0 ? flushed.with(Setup.PRODUCT, 0) : flushed;
    flushed = (tags & Setup.STOCK) != 0 ? flushed.with(Setup.STOCK, 0) : flushed;
    into.add(Step.of(NAME, Act.FLUSHES, now.with(flushed)));
    oldData(now, into);
  }

  private void evict(int tag, State now, List<Step> into) {
    if ((tags & tag) != 0 && now.redis().generation(tag) != 0) {
      into.add(Step.of(NAME, Act.EVICTS_GENERATION, now.with(now.redis().with(tag, 0))));
    }
  }

  private void oldData(State now, List<Step> into) {
    Redis redis = now.redis();
    Redis saved = now.snapshot();
    if (now.restores() > 0 && saved.equals(Redis.NONE)) {
      Redis data = redis.startedAs(Redis.SAVED);
      into.add(
          Step.of(NAME, Act.SNAPSHOT, now.restarted(redis, data, now.former(), now.restores())));
    }
    if (!saved.equals(Redis.NONE)) {
      State named = now.named();
      Redis old = saved.startedAs(named.names());
      into.add(
          Step.of(
              NAME,
              Act.RESTORES,
              named.restarted(
                  old, Redis.NONE, now.restores() > 1 ? redis.run() : 0, now.restores() - 1)));
    }
    if (now.former() != 0) {
      State named = protocol.keeps(Rule.RUN_PER_PROMOTION) ? now.named() : now;
      int run = protocol.keeps(Rule.RUN_PER_PROMOTION) ? named.names() : now.former();
      into.add(
          Step.of(
              NAME,
              Act.FAILS_BACK,
              named.restarted(redis.startedAs(run), saved, 0, now.restores() - 1)));
    }
  }
}
