package io.kucun.gateway;

import io.kucun.gateway.hub.HubCounters;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.hub.ResumeOutcome;
import io.kucun.gateway.session.SessionLifecycle;
import io.kucun.gateway.source.RedisSource;
import io.kucun.gateway.source.SourceCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Shows what the gateway's plain classes count. */
@Singleton
final class GatewayMetrics {

  private static final Set<String> TIMES_OF_CONNECTIONS =
      Set.of("http.server.connections", "http.server.websocket.connections");

  private static final double MILLIS_PER_SECOND = 1e3;

  private final MeterRegistry registry;
  private final HubCounters hub;
  private final RedisSource source;
  private final SessionLifecycle sessions;

  GatewayMetrics(
      MeterRegistry registry, HubThread hub, RedisSource source, SessionLifecycle sessions) {
    this.registry = registry;
    this.hub = hub.counters();
    this.source = source;
    this.sessions = sessions;
  }

  /**
   * Leaves out the times of connections: each open one would be kept in two sorted maps, and looked
   * at whenever anybody asks for metrics.
   */
  @Produces
  @Singleton
  static MeterFilter withoutTimesOfConnections() {
    return MeterFilter.deny(meter -> TIMES_OF_CONNECTIONS.contains(meter.getName()));
  }

  void bind(@Observes StartupEvent event) {
    bindSessions();
    bindHub();
    bindOlder();
    bindSource();
  }

  private void bindSessions() {
    Gauge.builder("kucun.gateway.connections", sessions, SessionLifecycle::connections)
        .description("Open sockets")
        .register(registry);
    Gauge.builder("kucun.gateway.waiting.most", sessions, SessionLifecycle::mostWaiting)
        .description("Bytes kept for the client for which most is kept")
        .baseUnit("bytes")
        .register(registry);
  }

  private void bindHub() {
    hubNow("subscriptions", "Channels and entities subscribed to", HubCounters::subscriptions);
    hubNow("behind", "Sockets that are behind, once for each channel", HubCounters::behind);
    hub("events", "Events given to the hub", HubCounters::events);
    hub("deliveries", "Events handed to sockets", HubCounters::deliveries);
    hub("resyncs", "Subscribers told to read anew", HubCounters::resyncs);
    catchUps("caught_up", HubCounters::caughtUp);
    catchUps("resync", HubCounters::movedOn);
    for (ResumeOutcome outcome : ResumeOutcome.values()) {
      resumes(outcome);
    }
  }

  private void bindOlder() {
    hub("recalls", "Reads of older events from Redis", HubCounters::recalls);
    hub("recalled", "Older events taken into memory for who missed them", HubCounters::recalled);
    hubNow("recalling", "Subscribers that wait for older events", HubCounters::recalling);
    Gauge.builder("kucun.gateway.older", hub, HubCounters::olderBytes)
        .description("Bytes of older events kept in memory besides the recent ones")
        .baseUnit("bytes")
        .register(registry);
  }

  private void bindSource() {
    source("invalid", "Messages dropped: not envelopes", SourceCounters::invalid);
    source(
        "duplicates",
        "Events that came again, or of a numbering that is over",
        SourceCounters::duplicates);
    source("gaps", "Times that events were found missing", SourceCounters::gaps);
    source("filled", "Missing events read from the log", SourceCounters::filled);
    source("restarts", "Times that a channel had to start anew", SourceCounters::restarts);
    source("links", "Times that the link to Redis was made", SourceCounters::links);
    Gauge.builder("kucun.gateway.source.pursuing", source.counters(), SourceCounters::pursuing)
        .description("Subscribers who have seen more, and wait for channels to be compared")
        .register(registry);
    Gauge.builder("kucun.gateway.degraded", source, s -> s.isReachable() ? 0 : 1)
        .description("1 while Redis is out of reach, and until it was reached first")
        .register(registry);
    Gauge.builder(
            "kucun.gateway.source.silence", source, s -> s.silence().toMillis() / MILLIS_PER_SECOND)
        .description("Time since Redis last answered on the link, which it does at every probe")
        .baseUnit("seconds")
        .register(registry);
  }

  private void hub(String name, String description, ToDoubleFunction<HubCounters> value) {
    FunctionCounter.builder("kucun.gateway." + name, hub, value)
        .description(description)
        .register(registry);
  }

  private void hubNow(String name, String description, ToDoubleFunction<HubCounters> value) {
    Gauge.builder("kucun.gateway." + name, hub, value).description(description).register(registry);
  }

  private void catchUps(String outcome, ToDoubleFunction<HubCounters> value) {
    FunctionCounter.builder("kucun.gateway.catch.ups", hub, value)
        .description("Sockets that were behind on a channel, by outcome; others are closed")
        .tag("outcome", outcome)
        .register(registry);
  }

  private void resumes(ResumeOutcome outcome) {
    FunctionCounter.builder("kucun.gateway.resumes", hub, counters -> counters.resumes(outcome))
        .description("Subscriptions from a position, by where the past came from or why not")
        .tag("recovered", Boolean.toString(outcome.isRecovered()))
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private void source(String name, String description, ToDoubleFunction<SourceCounters> value) {
    FunctionCounter.builder("kucun.gateway.source." + name, source.counters(), value)
        .description(description)
        .register(registry);
  }
}
