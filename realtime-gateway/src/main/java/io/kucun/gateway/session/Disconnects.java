package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.session.entry.DisconnectOrder;
import io.kucun.gateway.session.entry.Revocations;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Ends the sockets of users that an administrator has disconnected. Safe for any thread. */
@Singleton
public final class Disconnects {

  private final Sessions sessions;
  private final Revocations revocations;
  private final Counter taken;
  private final Counter unknown;

  Disconnects(Sessions sessions, Revocations revocations, MeterRegistry registry) {
    this.sessions = sessions;
    this.revocations = revocations;
    this.taken = orders(registry, "taken");
    this.unknown = orders(registry, "unknown");
    Gauge.builder("kucun.gateway.revocations", revocations, Revocations::count)
        .description("Users whose older tokens are no longer taken")
        .register(registry);
  }

  private static Counter orders(MeterRegistry registry, String outcome) {
    return Counter.builder("kucun.gateway.orders")
        .description("Orders that came to all services: to disconnect somebody, or unknown")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Takes an order as it came; what is none is passed over. */
  public void take(byte[] message) {
    DisconnectOrder order = DisconnectOrder.heard(message);
    if (order == null) {
      unknown.increment();
      return;
    }
    taken.increment();
    // Before the sockets are looked at: one that is just opening looks for itself after that.
    revocations.revoke(order.subject());
    sessions.forEach(session -> {
      if (session.identity().subject().equals(order.subject())) {
        session.close(CloseCode.DISCONNECTED);
      }
    });
  }

  /** Ends a socket that was let in before its user was disconnected. */
  void check(Session opened) {
    if (revocations.cover(opened.identity())) {
      opened.close(CloseCode.DISCONNECTED);
    }
  }
}
