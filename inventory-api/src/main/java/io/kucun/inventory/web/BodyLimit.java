package io.kucun.inventory.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers 413 to a body whose announced length is over the limit, and 411 to one of unannounced
 * length: the HTTP server would cut it off with a bare status.
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
    HttpServerRequest request = context.request();
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      refuse(context, ProblemCode.LENGTH_REQUIRED, WebPhrase.SEND_LENGTH.with());
    } else if (isTooLong(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
      refuse(context, ProblemCode.PAYLOAD_TOO_LARGE, WebPhrase.BODY_BOUND.with(limit));
    } else {
      context.next();
    }
  }

  private boolean isTooLong(@Nullable String length) {
    try {
      return length != null && Long.parseLong(length) > limit;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static void refuse(RoutingContext context, ProblemCode code, Message detail) {
    if (context.request().version() != HttpVersion.HTTP_2) {
      // The rest of the body is not read, so the connection cannot be used again; HTTP/2 ends just
      // the stream.
      context.response().putHeader(HttpHeaders.CONNECTION, "close");
    }
    ProblemAnswer.end(context, Refusal.of(code, detail));
  }
}
