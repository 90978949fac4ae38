package io.kucun.inventory.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the cache did, per namespace and as a whole. */
@ApplicationScoped
class CacheMeters {
  private final MeterRegistry registry;
  private final Map<Space, SpaceMeters> spaces = new EnumMap<>(Space.class);
  private final Counter unconfirmed;
  private final DistributionSummary looks;
  private final Counter copied;
  private volatile @Nullable Unconfirmed pending;
  private volatile @Nullable Breaker breaker;

  CacheMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Space space : Space.values()) {
      spaces.put(space, new SpaceMeters(space, registry));
    }
    this.unconfirmed =
        Counter.builder("kucun.cache.unconfirmed")
            .description("Writes that were answered before their invalidation was confirmed")
            .register(registry);
    this.looks =
        DistributionSummary.builder("kucun.cache.look.reads")
            .description("Reads that share one look into Redis")
            .register(registry);
    this.copied =
        Counter.builder("kucun.cache.look.copies")
            .description("Looks that needed no body of Redis, as the process has a copy")
            .register(registry);
  }

  SpaceMeters of(Space space) {
    return Objects.requireNonNull(spaces.get(space));
  }

  /** One look for so many reads. */
  void look(int reads) {
    looks.record(reads);
  }

  /** One look that was enough with a copy. */
  void copied() {
    copied.increment();
  }

  void unconfirmed() {
    unconfirmed.increment();
  }

  void watch(List<Copies> copies) {
    gauge(
        "copies.bytes",
        "Bodies that the process keeps a copy of",
        () -> copies.stream().mapToLong(Copies::bytes).sum());
  }

  void watch(Breaker breaker) {
    this.breaker = breaker;
    gauge("breaker.open", "1 while reads leave Redis alone", () -> breaker.isOpen() ? 1 : 0);
  }

  void watch(Bulkhead bulkhead) {
    gauge("loads.running", "Reads of the database that run", bulkhead::running);
    gauge("loads.waiting", "Reads of the database that wait", bulkhead::waiting);
  }

  void watch(Flights<?, ?> flights) {
    gauge("flights", "Loads that others may share", flights::size);
  }

  void watch(Unconfirmed pending) {
    this.pending = pending;
    gauge("pending", "Tags whose invalidation is not confirmed yet", pending::size);
  }

  /** Tags whose invalidation is not confirmed yet. */
  int pending() {
    return pending == null ? 0 : pending.size();
  }

  /** Whether reads leave Redis alone. */
  boolean isOpen() {
    return breaker != null && breaker.isOpen();
  }

  private void gauge(String name, String what, Supplier<Number> value) {
    Gauge.builder("kucun.cache." + name, value).description(what).register(registry);
  }
}
