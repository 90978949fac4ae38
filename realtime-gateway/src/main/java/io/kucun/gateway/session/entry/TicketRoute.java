package io.kucun.gateway.session.entry;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** {@code POST /tickets}: a bearer token in, a one-time ticket out. */
@Singleton
final class TicketRoute {

  private final PostRoute posts;
  private final Gate gate;
  private final Refusals refusals;

  TicketRoute(PostRoute posts, Gate gate, Refusals refusals) {
    this.posts = posts;
    this.gate = gate;
    this.refusals = refusals;
  }

  void handle(RoutingContext ctx) {
    posts.handle(ctx, this::issue);
  }

  private void issue(RoutingContext ctx, Visit visit) {
    Credential.Bearer bearer = Credential.bearer(ctx.request().headers());
    gate.ticket(visit, bearer)
        .emitOn(Requests.executor(ctx))
        .subscribe()
        .with(
            issued -> created(ctx.response(), issued),
            failure -> refusals.answer(failure, ctx.response()));
  }

  private static void created(HttpServerResponse response, Tickets.Issued issued) {
    if (response.closed()) {
      return;
    }
    String ticket = new String(JsonStringEncoder.getInstance().quoteAsString(issued.ticket()));
    response
        .setStatusCode(201)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(
            "{\"ticket\":\""
                + ticket
                + "\",\"expiresAt\":"
                + issued.expiresAt().toEpochMilli()
                + "}");
  }
}
