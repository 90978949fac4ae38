package io.kucun.gateway.session.entry;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The public paths of the gateway. */
@Singleton
final class EntryRoutes {

  private static final Logger LOG = Logger.getLogger(EntryRoutes.class);
  private static final int BEFORE_THE_ENDPOINT = -10;
  // The server's own limit of the same size would answer without a problem.
  private static final long MAX_BODY = 65_536;

  private final TicketRoute tickets;
  private final DisconnectRoute disconnects;
  private final HandshakeRoute handshakes;
  private final ClientRoute client;
  private final Refusals refusals;

  EntryRoutes(
      TicketRoute tickets,
      DisconnectRoute disconnects,
      HandshakeRoute handshakes,
      ClientRoute client,
      Refusals refusals) {
    this.tickets = tickets;
    this.disconnects = disconnects;
    this.handshakes = handshakes;
    this.client = client;
    this.refusals = refusals;
  }

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::check).failureHandler(this::failed);
    // What fails before it gets to any route.
    router.errorHandler(400, this::failed);
    router.route("/tickets").order(BEFORE_THE_ENDPOINT).handler(tickets::handle);
    router.route("/admin/disconnect").order(BEFORE_THE_ENDPOINT).handler(disconnects::handle);
    router.route("/client/*").order(BEFORE_THE_ENDPOINT).handler(client::handle);
    router.route("/ws").order(BEFORE_THE_ENDPOINT).handler(handshakes::handle);
    router.route().order(Integer.MAX_VALUE).handler(ctx -> refuse(ctx, Refusal.NOT_FOUND));
  }

  private void check(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    if (request.authority() == null) {
      refuse(ctx, Refusal.BAD_REQUEST);
    } else if (isTooLarge(request.getHeader("Content-Length"))) {
      refuse(ctx, Refusal.PAYLOAD_TOO_LARGE);
    } else {
      ctx.next();
    }
  }

  private static boolean isTooLarge(@Nullable String contentLength) {
    try {
      return contentLength != null && Long.parseLong(contentLength) > MAX_BODY;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  /**
   * Answers in place of the server, which would log the whole URL: it may hold a ticket. So may the
   * failure's message.
   */
  private void failed(RoutingContext ctx) {
    switch (ctx.statusCode()) {
      case 404 -> refuse(ctx, Refusal.NOT_FOUND);
      case 405 -> refuse(ctx, Refusal.METHOD_NOT_ALLOWED);
      case 413 -> refuse(ctx, Refusal.PAYLOAD_TOO_LARGE);
      case 500 -> {
        Throwable failure = ctx.failure();
        LOG.errorf("A request failed: %s", failure == null ? "" : failure.getClass().getName());
        refuse(ctx, Refusal.INTERNAL);
      }
      default -> refuse(ctx, Refusal.BAD_REQUEST);
    }
  }

  private void refuse(RoutingContext ctx, Refusal refusal) {
    refusals.answer(new RefusedException(refusal), ctx.response());
  }
}
