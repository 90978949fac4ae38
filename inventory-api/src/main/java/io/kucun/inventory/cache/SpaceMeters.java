package io.kucun.inventory.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Counts what the cache did in one namespace: each read once, by its outcome. Thread-safe. */
final class SpaceMeters {
  private final Map<Outcome, Counter> reads = new EnumMap<>(Outcome.class);
  private final Counter errors;
  private final Counter refreshes;
  private final Timer hits;
  private final Timer loads;

  /** How a read was answered. */
  enum Outcome {
    /** From the cache. */
    HIT,
    /** From the cache: there is no such thing. */
    NEGATIVE,
    /** By a load, because there was no entry. */
    MISS,
    /** By a load, because the entry was from before a write. */
    STALE,
    /** By the load of another read, here or on another replica. */
    COALESCED,
    /** By the database, without the cache. */
    BYPASS,
    /** Not at all: the load failed. */
    FAILED
  }

  SpaceMeters(Space space, MeterRegistry registry) {
    String name = space.wire();
    for (Outcome outcome : Outcome.values()) {
      reads.put(
          outcome,
          Counter.builder("kucun.cache.reads")
              .description("Reads by namespace and by how they were answered")
              .tag("space", name)
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    this.errors =
        Counter.builder("kucun.cache.errors")
            .description("Commands to Redis that failed or were late")
            .tag("space", name)
            .register(registry);
    this.refreshes =
        Counter.builder("kucun.cache.refreshes")
            .description("Entries that were loaded anew before they expired")
            .tag("space", name)
            .register(registry);
    this.hits = timer("kucun.cache.hit", "Time to an answer from the cache", name, registry);
    this.loads = timer("kucun.cache.load", "Time of a read of the database", name, registry);
  }

  private static Timer timer(String name, String what, String space, MeterRegistry registry) {
    return Timer.builder(name).description(what).tag("space", space).register(registry);
  }

  void read(Outcome outcome) {
    counter(outcome).increment();
  }

  void hit(Outcome outcome, long startedNanos) {
    counter(outcome).increment();
    hits.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
  }

  void error() {
    errors.increment();
  }

  void refreshed() {
    refreshes.increment();
  }

  /** Measures a load from its beginning to its end, however it ends. */
  <T> Uni<T> timeLoad(Supplier<Uni<T>> load) {
    long started = System.nanoTime();
    return load.get()
        .onTermination()
        .invoke(() -> loads.record(System.nanoTime() - started, TimeUnit.NANOSECONDS));
  }

  long count(Outcome outcome) {
    return Math.round(counter(outcome).count());
  }

  long errors() {
    return Math.round(errors.count());
  }

  long refreshes() {
    return Math.round(refreshes.count());
  }

  Timer hits() {
    return hits;
  }

  Timer loads() {
    return loads;
  }

  private Counter counter(Outcome outcome) {
    return Objects.requireNonNull(reads.get(outcome));
  }
}
