package io.kucun.inventory.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses an {@code If-Match} without a value. The REST layer takes it for absent: a client that
 * means to protect its write, but has lost the version, would overwrite what others have done.
 */
@Provider
public final class EmptyIfMatch implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    String ifMatch = request.getHeaderString(HttpHeaders.IF_MATCH);
    if (ifMatch != null && ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemCode.VALIDATION, WebPhrase.EMPTY_HEADER.with(HttpHeaders.IF_MATCH));
    }
  }
}
