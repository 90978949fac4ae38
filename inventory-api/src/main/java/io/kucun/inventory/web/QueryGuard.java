package io.kucun.inventory.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses query parameters where none are taken; {@link Allow} lets marked methods through. */
@Provider
@Priority(Priorities.USER + 1)
public final class QueryGuard implements ContainerRequestFilter {
  private static final String ALLOWED = QueryGuard.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getProperty(ALLOWED) == null) {
      QueryParameters.of(request.getUriInfo(), Set.of());
    }
  }

  /** Runs first, and only for methods marked {@link TakesQuery}. */
  @Provider
  @TakesQuery
  @Priority(Priorities.USER)
  public static final class Allow implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request.setProperty(ALLOWED, true);
    }
  }
}
