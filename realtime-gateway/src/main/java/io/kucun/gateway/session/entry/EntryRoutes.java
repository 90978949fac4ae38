package io.kucun.gateway.session.entry;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The public paths of the gateway. */
@Singleton
final class EntryRoutes {

  private static final int BEFORE_THE_ENDPOINT = -10;

  private final TicketRoute tickets;
  private final HandshakeRoute handshakes;
  private final Refusals refusals;

  EntryRoutes(TicketRoute tickets, HandshakeRoute handshakes, Refusals refusals) {
    this.tickets = tickets;
    this.handshakes = handshakes;
    this.refusals = refusals;
  }

  void register(@Observes Router router) {
    router.route("/tickets").order(BEFORE_THE_ENDPOINT).handler(tickets::handle);
    router.route("/ws").order(BEFORE_THE_ENDPOINT).handler(handshakes::handle);
    router.route().order(Integer.MAX_VALUE).handler(ctx -> refuse(ctx, Refusal.NOT_FOUND));
  }

  private void refuse(RoutingContext ctx, Refusal refusal) {
    refusals.answer(new RefusedException(refusal), ctx.response());
  }
}
