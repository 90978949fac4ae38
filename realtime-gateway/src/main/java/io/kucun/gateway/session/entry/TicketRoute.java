package io.kucun.gateway.session.entry;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * {@code POST /tickets}: a bearer token in, a one-time ticket out. Browsers ask first with {@code
 * OPTIONS}.
 */
@Singleton
final class TicketRoute {

  private final Gate gate;
  private final Refusals refusals;

  TicketRoute(Gate gate, Refusals refusals) {
    this.gate = gate;
    this.refusals = refusals;
  }

  void handle(RoutingContext ctx) {
    try {
      Visit visit = Visit.of(ctx.request());
      ctx.response().putHeader("Vary", "Origin");
      gate.checkOrigin(visit);
      if (visit.origin() != null) {
        ctx.response()
            .putHeader("Access-Control-Allow-Origin", visit.origin())
            .putHeader("Access-Control-Expose-Headers", "Retry-After");
      }
      if (HttpMethod.OPTIONS.equals(ctx.request().method())) {
        preflight(ctx.response());
      } else if (HttpMethod.POST.equals(ctx.request().method())) {
        issue(ctx, visit);
      } else {
        ctx.response().putHeader("Allow", "POST, OPTIONS");
        throw new RefusedException(Refusal.METHOD_NOT_ALLOWED);
      }
    } catch (RuntimeException e) {
      refusals.answer(e, ctx.response());
    }
  }

  private static void preflight(HttpServerResponse response) {
    response
        .setStatusCode(204)
        .putHeader("Access-Control-Allow-Methods", "POST")
        .putHeader("Access-Control-Allow-Headers", "authorization, content-type")
        .putHeader("Access-Control-Max-Age", "600")
        .end();
  }

  private void issue(RoutingContext ctx, Visit visit) {
    Credential.refuseTokenIn(Requests.query(ctx));
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
