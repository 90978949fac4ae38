package io.kucun.inventory.read;

import io.vertx.core.Context;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The path of a request as metrics show it, where they look for it: {@code products/{id}}. */
final class PathTemplate {
  private static final String NAME = "UrlPathTemplate";

  private PathTemplate() {}

  static @Nullable String of(RoutingContext request) {
    return context(request).getLocal(NAME);
  }

  static void set(RoutingContext request, @Nullable String template) {
    if (template != null) {
      context(request).putLocal(NAME, template);
    }
  }

  private static Context context(RoutingContext request) {
    return ((HttpServerRequestInternal) request.request()).context();
  }
}
