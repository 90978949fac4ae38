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
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Shows what the gateway's plain classes count. */
@Singleton
final class GatewayMetrics {

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

  void bind(@Observes StartupEvent event) {
    Gauge.builder("kucun.gateway.connections", sessions, SessionLifecycle::connections)
        .description("Open sockets")
        .register(registry);
    Gauge.builder("kucun.gateway.subscriptions", hub, HubCounters::subscriptions)
        .description("Channels and entities subscribed to, over all sockets")
        .register(registry);
    Gauge.builder("kucun.gateway.waiting.most", sessions, SessionLifecycle::mostWaiting)
        .description("Bytes kept for the client for which most is kept")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("kucun.gateway.behind", hub, HubCounters::behind)
        .description("Sockets that are behind on a channel, once for each channel")
        .register(registry);
    catchUps("caught_up", HubCounters::caughtUp);
    catchUps("resync", HubCounters::movedOn);
    hub("events", "Events given to the hub", HubCounters::events);
    hub("deliveries", "Events handed to sockets", HubCounters::deliveries);
    hub("resyncs", "Subscribers told to read anew", HubCounters::resyncs);
    for (ResumeOutcome outcome : ResumeOutcome.values()) {
      resumes(outcome);
    }
    source("invalid", "Messages dropped: not envelopes", SourceCounters::invalid);
    source("duplicates", "Events that came again", SourceCounters::duplicates);
    source("gaps", "Times that events were found missing", SourceCounters::gaps);
    source("filled", "Missing events read from the log", SourceCounters::filled);
    source("restarts", "Times that a channel had to start anew", SourceCounters::restarts);
    source("links", "Times that the link to Redis was made", SourceCounters::links);
  }

  private void hub(String name, String description, ToDoubleFunction<HubCounters> value) {
    FunctionCounter.builder("kucun.gateway." + name, hub, value)
        .description(description)
        .register(registry);
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
