package io.kucun.inventory.read;

import io.kucun.inventory.identity.Bearer;
import io.kucun.inventory.identity.Bearers;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All of a request that its answer depends on, but for what the reader has already, and for what is
 * seen to before anybody asks who it is from: CORS, the request's id.
 *
 * @param uri path and query as they were sent: another order or spelling is another question
 * @param accept the header; null is another question than an empty one
 * @param contentType the header; likewise
 */
record Asked(Bearer bearer, String uri, @Nullable String accept, @Nullable String contentType) {
  private static final int LONGEST = 512;

  /** What no answer to a read depends on. With any other header the usual way is taken. */
  private static final Set<String> HARMLESS =
      Set.of(
          "host",
          "connection",
          "user-agent",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "pragma",
          "origin",
          "referer",
          "cookie",
          "dnt",
          "priority",
          "sec-ch-ua",
          "sec-ch-ua-mobile",
          "sec-ch-ua-platform",
          "sec-fetch-dest",
          "sec-fetch-mode",
          "sec-fetch-site",
          "sec-gpc",
          "x-request-id",
          "traceparent",
          "tracestate",
          "via",
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-real-ip");

  /** The question; null of a request that is out of the ordinary in any way. */
  static @Nullable Asked of(HttpServerRequest request, @Nullable Bearer bearer) {
    if (bearer == null
        || !request.method().equals(HttpMethod.GET)
        || request.uri().length() > LONGEST
        || !isOrdinary(request)) {
      return null;
    }
    return new Asked(
        bearer,
        request.uri(),
        request.getHeader(HttpHeaders.ACCEPT),
        request.getHeader(HttpHeaders.CONTENT_TYPE));
  }

  /** The same, of whoever the token is remembered for. */
  static @Nullable Asked of(HttpServerRequest request, Bearers bearers) {
    return of(request, bearers.of(request.getHeader(HttpHeaders.AUTHORIZATION)));
  }

  private static boolean isOrdinary(HttpServerRequest request) {
    int seen = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      int once = bit(name);
      if (once == 0 ? !HARMLESS.contains(name) : isSecond(seen, once, header.getValue())) {
        return false;
      }
      seen |= once;
    }
    return true;
  }

  /** Of what may stand once. */
  private static int bit(String name) {
    return switch (name) {
      case "authorization" -> 1;
      case "accept" -> 2;
      case "content-type" -> 4;
      case "if-none-match" -> 8;
      default -> 0;
    };
  }

  private static boolean isSecond(int seen, int once, String value) {
    return (seen & once) != 0 || (once != 1 && value.length() > LONGEST);
  }
}
