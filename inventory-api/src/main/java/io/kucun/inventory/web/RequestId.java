package io.kucun.inventory.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Gives every request an id, the caller's if it is well-formed, and answers with it. */
@Singleton
final class RequestId {
  private static final String HEADER = "X-Request-Id";
  private static final int FIRST = 10_000;

  /** Those of a random UUID (RFC 9562, section 5.4). */
  private static final long VERSION_BITS = 0xf000L;

  private static final long VERSION = 0x4000L;
  private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

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
    request.response().putHeader(HEADER, usable ? given : fresh());
  }

  /** Random, but no secret: it is not worth the bytes of a secure generator. */
  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & ~VERSION_BITS) | VERSION;
    long low = (random.nextLong() & ~VARIANT_BITS) | VARIANT;
    return new UUID(high, low).toString();
  }
}
