package io.kucun.inventory.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers 413 with a problem to a body whose announced length is over the limit. The HTTP server
 * itself enforces the same limit on bodies of unannounced length, by status alone.
 */
@Singleton
final class BodyLimit {
  private static final int AFTER_REQUEST_ID = 9_000;

  private final long limit;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, AFTER_REQUEST_ID);
  }

  private void check(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || length.length() < 7 || Long.parseLong(length) <= limit) {
      context.next();
      return;
    }
    Problem problem =
        Problem.of(ProblemCode.PAYLOAD_TOO_LARGE, "A body has at most " + limit + " bytes.");
    // The rest of the body is not read: the connection cannot be used again.
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(
            new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("code", problem.code())
                .toBuffer());
  }
}
