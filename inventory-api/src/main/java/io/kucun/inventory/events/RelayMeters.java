package io.kucun.inventory.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the relay of this process has done, and whether it leads. */
@ApplicationScoped
class RelayMeters {
  private final MeterRegistry registry;
  private final Counter published;
  private final Counter takeOvers;
  private final Counter refills;
  private final Counter epochs;
  private final Counter trimmed;

  RelayMeters(MeterRegistry registry) {
    this.registry = registry;
    this.published = counter("published", "Events put into Redis by this process");
    this.takeOvers = counter("takeovers", "Times that this process has taken the relay's lease");
    this.refills = counter("refills", "Times that this process has begun to fill a channel's log");
    this.epochs = counter("epochs", "Epochs opened because Redis was ahead of the database");
    this.trimmed = counter("trimmed", "Old events deleted from PostgreSQL by this process");
  }

  private Counter counter(String name, String description) {
    return Counter.builder("kucun.events." + name).description(description).register(registry);
  }

  void watch(Lease lease) {
    Gauge.builder("kucun.events.leading", () -> lease.current().isPresent() ? 1 : 0)
        .description("1 while this process publishes the events")
        .register(registry);
    Gauge.builder("kucun.events.term", () -> lease.current().map(Hold::term).orElse(0L))
        .description("The term of this process's lease; 0 without one")
        .register(registry);
  }

  void watch(Reconciliation reconciliation) {
    Gauge.builder("kucun.events.broken", () -> reconciliation.broken().size())
        .description("Channels that wait because PostgreSQL lacks an event of theirs")
        .register(registry);
  }

  void published(int events) {
    published.increment(events);
  }

  void takenOver() {
    takeOvers.increment();
  }

  void refilled() {
    refills.increment();
  }

  void epochOpened() {
    epochs.increment();
  }

  void trimmed(int events) {
    trimmed.increment(events);
  }
}
