package io.kucun.gateway.session.entry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * {@code POST /admin/disconnect}: an administrator has all sockets of a user ended, on every
 * gateway. Answered as soon as Redis has passed the order on.
 */
@Singleton
final class DisconnectRoute {

  private static final String ADMINISTRATORS = "admin";
  private static final int MOST_BYTES = 4096;

  private final PostRoute posts;
  private final Gate gate;
  private final ControlChannel control;
  private final Refusals refusals;

  DisconnectRoute(PostRoute posts, Gate gate, ControlChannel control, Refusals refusals) {
    this.posts = posts;
    this.gate = gate;
    this.control = control;
    this.refusals = refusals;
  }

  void handle(RoutingContext ctx) {
    posts.handle(ctx, (request, visit) -> disconnect(request));
  }

  private void disconnect(RoutingContext ctx) {
    Credential.Bearer bearer = Credential.bearer(ctx.request().headers());
    Requests.body(ctx.request(), MOST_BYTES)
        .call(body -> gate.identify(bearer, ADMINISTRATORS))
        .map(DisconnectOrder::asked)
        .chain(this::tell)
        .emitOn(Requests.executor(ctx))
        .subscribe()
        .with(
            told -> accepted(ctx.response()), failure -> refusals.answer(failure, ctx.response()));
  }

  private Uni<Void> tell(DisconnectOrder order) {
    return control
        .tell(order.toJson())
        .onFailure()
        .transform(e -> new RefusedException(Refusal.CONTROL_UNAVAILABLE));
  }

  private static void accepted(HttpServerResponse response) {
    if (!response.closed()) {
      response.setStatusCode(202).putHeader("Cache-Control", "no-store").end();
    }
  }
}
