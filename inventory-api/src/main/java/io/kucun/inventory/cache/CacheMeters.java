package io.kucun.inventory.cache;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what the cache did, per namespace. */
@ApplicationScoped
class CacheMeters {
  private static final String READS = "kucun.cache.reads";

  private final MeterRegistry registry;

  CacheMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void hit(String space) {
    count(space, "hit");
  }

  void miss(String space, boolean stale) {
    count(space, stale ? "stale" : "miss");
  }

  void bypass(String space) {
    count(space, "bypass");
  }

  void error(String space) {
    registry.counter("kucun.cache.errors", "space", space).increment();
  }

  void unconfirmed() {
    registry.counter("kucun.cache.unconfirmed").increment();
  }

  private void count(String space, String outcome) {
    registry.counter(READS, "space", space, "outcome", outcome).increment();
  }
}
