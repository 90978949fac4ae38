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
 * length: the HTTP server would cut it off with a bare status. {@link StreamedBodies} have a limit
 * of their own.
 */
@Singleton
final class BodyLimit {
  private static final int AFTER_REQUEST_ID = 9_000;

  private final long limit;
  private final StreamedBodies streamed;

  BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
      StreamedBodies streamed) {
    this.limit = limit.asLongValue();
    this.streamed = streamed;
  }

  void install(@Observes Filters filters) {
    filters.register(this::check, AFTER_REQUEST_ID);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (streamed.include(request)) {
      stream(context);
    } else if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      refuse(context, ProblemCode.LENGTH_REQUIRED, WebPhrase.SEND_LENGTH.with());
    } else if (isLonger(request.getHeader(HttpHeaders.CONTENT_LENGTH), limit)) {
      refuse(context, ProblemCode.PAYLOAD_TOO_LARGE, WebPhrase.BODY_BOUND.with(limit));
    } else {
      context.next();
    }
  }

  /** The server's own limit is for bodies that are read as a whole, and goes by the header. */
  private void stream(RoutingContext context) {
    HttpServerRequest request = context.request();
    long most = streamed.maxBytes();
    if (isLonger(request.getHeader(HttpHeaders.CONTENT_LENGTH), most)) {
      refuse(context, ProblemCode.PAYLOAD_TOO_LARGE, WebPhrase.BODY_BOUND.with(most));
      return;
    }
    request.headers().remove(HttpHeaders.CONTENT_LENGTH);
    if (!request.isEnded()) {
      request.pause();
      context.addEndHandler(ended -> drain(context));
    }
    context.next();
  }

  /** A connection that is closed while the client still sends may lose the answer on its way. */
  private void drain(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    request.resume();
    context
        .vertx()
        .setTimer(
            Math.max(1, streamed.linger().toMillis()),
            late -> {
              if (!request.isEnded()) {
                cut(request);
              }
            });
  }

  private static void cut(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }

  private static boolean isLonger(@Nullable String length, long most) {
    try {
      return length != null && Long.parseLong(length) > most;
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
