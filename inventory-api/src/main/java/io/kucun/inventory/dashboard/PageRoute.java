package io.kucun.inventory.dashboard;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /} and the files that it needs. Any other path is left to who comes next. */
@Singleton
final class PageRoute {
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NOT_MODIFIED = 304;
  private static final String INDEX = "/index.html";

  private final Map<String, String> headers;

  PageRoute(
      @ConfigProperty(name = "OIDC_ISSUER") String issuer,
      @ConfigProperty(name = "WEB_GATEWAY_URL") Optional<String> gatewayUrl) {
    this.headers = PageHeaders.of(issuer, gatewayUrl);
  }

  void install(@Observes Router router) {
    for (PageFile file : PageFiles.load()) {
      String path = file.path().equals(INDEX) ? "/" : file.path();
      router.route(path).handler(request -> answer(file, path, request));
    }
  }

  private void answer(PageFile file, String path, RoutingContext context) {
    HttpServerRequest request = context.request();
    // The router takes a slash at the end for the same path; relative addresses would be others.
    if (!path.equals(request.path())) {
      context.next();
      return;
    }
    if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
      context.response().putHeader("Allow", "GET, HEAD");
      context.fail(METHOD_NOT_ALLOWED);
      return;
    }
    send(file, request, context.response());
  }

  private void send(PageFile file, HttpServerRequest request, HttpServerResponse response) {
    PageFile.Body body = file.bodyFor(request.getHeader("Accept-Encoding"));
    response
        .putHeader("ETag", body.etag())
        .putHeader("Cache-Control", file.cacheControl())
        .putHeader("Vary", "Accept-Encoding");
    if (file.isPage()) {
      headers.forEach(response::putHeader);
    }
    if (body.isIn(request.getHeader("If-None-Match"))) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader("Content-Type", file.mediaType());
    if (body.encoding() != null) {
      response.putHeader("Content-Encoding", body.encoding());
    }
    if (HttpMethod.HEAD.equals(request.method())) {
      response.putHeader("Content-Length", Integer.toString(body.bytes().length())).end();
    } else {
      response.end(body.bytes());
    }
  }
}
