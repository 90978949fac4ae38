package io.kucun.gateway.session.entry;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param peer the address at the other end of the connection
 * @param forwardedFor what proxies say about the client
 * @param origin the web origin of the page that sends it, if a page does
 */
record Visit(String peer, List<String> forwardedFor, @Nullable String origin) {

  static Visit of(HttpServerRequest request) {
    return new Visit(
        request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress(),
        request.headers().getAll("X-Forwarded-For"),
        request.getHeader("Origin"));
  }
}
