package io.kucun.gateway.session.entry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** The one place where failures become answers, counted by reason. */
@Singleton
final class Refusals {

  private static final Logger LOG = Logger.getLogger(Refusals.class);

  private final Map<Refusal, Counter> counters = new EnumMap<>(Refusal.class);

  Refusals(MeterRegistry registry) {
    for (Refusal refusal : Refusal.values()) {
      counters.put(
          refusal,
          Counter.builder("kucun.gateway.refusals")
              .description("Requests refused, by reason")
              .tag("reason", refusal.code())
              .register(registry));
    }
  }

  void answer(Throwable failure, HttpServerResponse response) {
    Refusal refusal = Refusal.INTERNAL;
    if (failure instanceof RefusedException refused) {
      refusal = refused.refusal();
    } else {
      // The request's URL stays out of the log: it may hold a ticket.
      LOG.error("A request failed unexpectedly", failure);
    }
    Counter counter = counters.get(refusal);
    if (counter != null) {
      counter.increment();
    }
    Problem.send(refusal, response);
  }
}
