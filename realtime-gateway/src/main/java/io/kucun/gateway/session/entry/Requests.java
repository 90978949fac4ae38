package io.kucun.gateway.session.entry;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.Executor;

/** What several routes need of a request. */
final class Requests {

  private Requests() {}

  static MultiMap query(RoutingContext ctx) {
    try {
      return ctx.queryParams();
    } catch (HttpException | IllegalArgumentException e) {
      throw new RefusedException(Refusal.BAD_REQUEST);
    }
  }

  /** Brings an answer from elsewhere back to the request's event loop. */
  static Executor executor(RoutingContext ctx) {
    Context context = ctx.vertx().getOrCreateContext();
    return task -> context.runOnContext(v -> task.run());
  }
}
