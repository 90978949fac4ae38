package io.kucun.inventory.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Gives every request an id, the caller's if it is well-formed, and answers with it. */
@Singleton
final class RequestId {
  private static final String HEADER = "X-Request-Id";
  private static final int FIRST = 10_000;
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  void install(@Observes Filters filters) {
    filters.register(RequestId::tagged, FIRST);
  }

  private static void tagged(RoutingContext context) {
    tag(context.request());
    context.next();
  }

  /** The id that the answer to this request carries. */
  static String of(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.response().headers().get(HEADER), "without an id");
  }

  /** Puts the id on the answer to this request. */
  static void tag(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    boolean usable = given != null && WELL_FORMED.matcher(given).matches();
    request.response().putHeader(HEADER, usable ? given : UUID.randomUUID().toString());
  }
}
