package io.kucun.inventory.cache;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Whether the current request's write could not confirm its invalidation; the answer then says so.
 */
@RequestScoped
class PendingInvalidation {
  private boolean marked;

  void mark() {
    marked = true;
  }

  boolean isMarked() {
    return marked;
  }

  /** Adds {@code Kucun-Cache: pending} to such answers. */
  static final class Header {
    private final PendingInvalidation pending;

    Header(PendingInvalidation pending) {
      this.pending = pending;
    }

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext response) {
      if (pending.isMarked()) {
        response.getHeaders().putSingle("Kucun-Cache", "pending");
      }
    }
  }
}
