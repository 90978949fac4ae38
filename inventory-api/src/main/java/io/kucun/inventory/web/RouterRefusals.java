package io.kucun.inventory.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers with a problem where the router itself refuses with a bare status. A target that is no
 * URI is not seen here: the HTTP server answers that before any router.
 */
@Singleton
final class RouterRefusals {
  void install(@Observes Router router) {
    router.route().failureHandler(RouterRefusals::refuse);
  }

  private static void refuse(RoutingContext context) {
    if (context.failure() != null || context.statusCode() >= 500) {
      context.next();
      return;
    }
    RequestId.tag(context.request());
    ProblemCode code = ProblemCode.of(context.statusCode());
    ProblemAnswer.end(context, Refusal.of(code, WebPhrase.SENTENCE.with(code.with())));
  }
}
