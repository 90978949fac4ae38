package io.kucun.inventory.identity;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSubscriber;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Lets the OIDC mechanism verify each token once. Verifying a signature costs more than a cached
 * read.
 */
@ApplicationScoped
class RememberedTokens implements HttpAuthenticationMechanism {
  private final OidcAuthenticationMechanism oidc;
  private final RedisLinks links;
  private final String control;
  private final VerifiedTokens<Bearer> tokens;

  RememberedTokens(
      OidcAuthenticationMechanism oidc,
      RedisLinks links,
      Bearers bearers,
      @ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace) {
    this.oidc = oidc;
    this.links = links;
    this.control = namespace + ":control";
    this.tokens = bearers.tokens();
  }

  void start(@Observes StartupEvent event) {
    links.subscribe(control, new Revocations());
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    String token = Bearers.token(request.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (token == null) {
      return oidc.authenticate(request, providers);
    }
    Bearer known = tokens.get(token);
    if (known != null) {
      Bearers.authenticated(request, known);
      return Uni.createFrom().item(known.identity());
    }
    long before = tokens.revocations();
    return oidc.authenticate(request, providers).invoke(found -> remember(token, found, before));
  }

  private void remember(String token, @Nullable SecurityIdentity found, long before) {
    if (found != null
        && found.getPrincipal() instanceof JsonWebToken claims
        && claims.getSubject() != null) {
      Bearer bearer = new Bearer(detached(found));
      tokens.put(token, claims.getSubject(), claims.getExpirationTime(), bearer, before);
    }
  }

  /** Without the attributes: they hold the request that the token came with. */
  private static SecurityIdentity detached(SecurityIdentity found) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(found.getPrincipal())
        .addRoles(found.getRoles())
        .addCredentials(found.getCredentials())
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return oidc.getChallenge(request);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return oidc.getCredentialTransport(request);
  }

  /** Before the mechanism that it asks. */
  @Override
  public int getPriority() {
    return oidc.getPriority() + 1;
  }

  /** Hears of users who are to be verified anew. */
  private final class Revocations implements RedisSubscriber {
    @Override
    public void message(String payload) {
      try {
        String subject = new JsonObject(payload).getString("sub");
        if (subject != null) {
          tokens.revoke(subject);
          return;
        }
      } catch (RuntimeException e) {
        // Whatever it was meant to say, forgetting all is safe.
      }
      tokens.clear();
    }

    @Override
    public void subscribed() {
      tokens.clear();
    }
  }
}
