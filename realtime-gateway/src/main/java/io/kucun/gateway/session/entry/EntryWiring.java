package io.kucun.gateway.session.entry;

import io.kucun.gateway.session.limits.ConnectionLimits;
import io.kucun.gateway.session.limits.TokenBucket;
import io.kucun.gateway.session.limits.TrustedProxies;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes the plain classes of the entry from its configuration. */
@Singleton
final class EntryWiring {

  private static final int MOST_REVOCATIONS = 10_000;

  @Produces
  @Singleton
  ConnectionLimits connectionLimits(EntryConfig config) {
    return new ConnectionLimits(
        config.maxConnections(),
        config.maxConnectionsPerUser(),
        config.maxConnectionsPerAddress(),
        config.handshakeTimeout(),
        System::nanoTime);
  }

  @Produces
  @Singleton
  Tickets tickets(TicketStore store) {
    return new Tickets(store, Clock.systemUTC());
  }

  @Produces
  @Singleton
  Revocations revocations() {
    return new Revocations(MOST_REVOCATIONS, Instant::now);
  }

  @Produces
  @Singleton
  Gate gate(
      EntryConfig config,
      TokenVerifier tokens,
      Tickets tickets,
      Revocations revocations,
      ConnectionLimits limits) {
    return new Gate(
        Origins.parse(config.allowedOrigins().orElse(List.of())),
        TrustedProxies.parse(config.trustedProxies().orElse(List.of())),
        tokens,
        tickets,
        revocations,
        limits,
        perSecond(config.maxHandshakesPerSecond()),
        perSecond(config.maxHandshakesPerSecond()));
  }

  private static TokenBucket perSecond(int rate) {
    return new TokenBucket(rate, rate, System::nanoTime);
  }
}
