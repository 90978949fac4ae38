package io.kucun.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The methods that the path of a request takes, asked of the tables by which it was routed. */
final class AllowedMethods {
  private AllowedMethods() {}

  static Set<String> of(ResteasyReactiveRequestContext request) {
    Set<String> methods = new TreeSet<>();
    for (RequestPath<InitialMatch> resource : request.getDeployment().getClassMappers()) {
      RequestMatch<InitialMatch> match =
          new RequestMapper<>(new ArrayList<>(List.of(resource)))
              .map(request.getPathWithoutPrefix());
      if (match != null) {
        collect(match, methods);
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  private static void collect(RequestMatch<InitialMatch> match, Set<String> methods) {
    String rest = match.remaining.isEmpty() ? "/" : match.remaining;
    for (ServerRestHandler handler : match.value.handlers) {
      if (handler instanceof ClassRoutingHandler routing) {
        routing
            .getMappers()
            .forEach((method, paths) -> {
              if (method != null && paths.map(rest) != null) {
                methods.add(method);
              }
            });
      }
    }
  }
}
