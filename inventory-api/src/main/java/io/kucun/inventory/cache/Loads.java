package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Reads of the database on behalf of the cache: bounded, and measured. */
@ApplicationScoped
class Loads {
  private final Bulkhead bulkhead;
  private final CacheMeters meters;

  Loads(CacheSettings settings, CacheMeters meters) {
    this.bulkhead = new Bulkhead(settings.loads(), settings.waitingLoads());
    this.meters = meters;
    meters.watch(bulkhead);
  }

  /** One load, when it is its turn. */
  Uni<Loaded> load(CacheKey key, Supplier<Uni<Loaded>> load) {
    return bulkhead.run(() -> meters.of(key.space()).timeLoad(load));
  }
}
