package io.kucun.gateway.session.entry;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/** What the paths that pages post to have in common. Browsers ask first with {@code OPTIONS}. */
@Singleton
final class PostRoute {

  private final Gate gate;
  private final Refusals refusals;

  PostRoute(Gate gate, Refusals refusals) {
    this.gate = gate;
    this.refusals = refusals;
  }

  /** Hands on what comes from nowhere else but our own pages; what that throws is answered. */
  void handle(RoutingContext ctx, BiConsumer<RoutingContext, Visit> post) {
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
        Credential.refuseTokenIn(Requests.query(ctx));
        post.accept(ctx, visit);
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
}
