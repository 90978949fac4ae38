package io.kucun.gateway.session;

import io.kucun.gateway.protocol.ErrorCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what clients asked to subscribe to and did not get. */
@Startup
@Singleton
final class RefusedChannels {

  private final Map<ErrorCode, Counter> counters = new EnumMap<>(ErrorCode.class);

  RefusedChannels(MeterRegistry registry) {
    for (ErrorCode reason :
        List.of(ErrorCode.UNKNOWN_CHANNEL, ErrorCode.FORBIDDEN, ErrorCode.TOO_MANY_CHANNELS)) {
      counters.put(
          reason,
          Counter.builder("kucun.gateway.refused.channels")
              .description("Channels and entities that were not subscribed to, by reason")
              .tag("reason", reason.wire())
              .register(registry));
    }
  }

  void count(ErrorCode reason) {
    Objects.requireNonNull(counters.get(reason), reason::wire).increment();
  }
}
