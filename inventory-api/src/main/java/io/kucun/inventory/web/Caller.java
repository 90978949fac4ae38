package io.kucun.inventory.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The signed-in user of the current request. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * This user, detached from the request.
   *
   * @throws AuthenticationFailedException if the token names no subject
   */
  public Actor actor() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
      throw new AuthenticationFailedException("The token names no subject");
    }
    String subject = token.getSubject();
    String name = token.getClaim(Claims.preferred_username);
    return new Actor(subject, name == null ? subject : name);
  }

  /** Whether the user has this role. */
  public boolean has(String role) {
    return identity.hasRole(role);
  }

  /**
   * Who did something.
   *
   * @param subject the issuer's stable id of the user ({@code sub}); owns what the user creates
   * @param name the name that people know the user by
   */
  public record Actor(String subject, String name) {}
}
