package io.kucun.inventory.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The signed-in user of the current request. */
@RequestScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * This user, detached from the request. Only for requests that the security layer let through.
   */
  public Actor actor() {
    Principal principal = identity.getPrincipal();
    String subject = principal instanceof JsonWebToken token ? token.getSubject() : null;
    return new Actor(subject == null ? principal.getName() : subject, principal.getName());
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
