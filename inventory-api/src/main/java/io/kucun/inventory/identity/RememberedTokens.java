package io.kucun.inventory.identity;

import io.kucun.inventory.redis.RedisLinks;
import io.kucun.inventory.redis.RedisSubscriber;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
  private static final String BEARER = "Bearer ";
  private static final int MOST = 10_000;

  private final OidcAuthenticationMechanism oidc;
  private final RedisLinks links;
  private final String control;
  private final VerifiedTokens<SecurityIdentity> tokens =
      new VerifiedTokens<>(MOST, () -> System.currentTimeMillis() / 1000);

  RememberedTokens(
      OidcAuthenticationMechanism oidc,
      RedisLinks links,
      MeterRegistry registry,
      @ConfigProperty(name = "REDIS_NAMESPACE", defaultValue = "kucun") String namespace) {
    this.oidc = oidc;
    this.links = links;
    this.control = namespace + ":control";
    Gauge.builder("kucun.tokens.verified", tokens::size)
        .description("Verified tokens that are remembered")
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    links.subscribe(control, new Revocations());
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    String token = token(request.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (token == null) {
      return oidc.authenticate(request, providers);
    }
    SecurityIdentity known = tokens.get(token);
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    long before = tokens.revocations();
    return oidc.authenticate(request, providers).invoke(found -> remember(token, found, before));
  }

  private void remember(String token, @Nullable SecurityIdentity found, long before) {
    if (found != null
        && found.getPrincipal() instanceof JsonWebToken claims
        && claims.getSubject() != null) {
      tokens.put(token, claims.getSubject(), claims.getExpirationTime(), detached(found), before);
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

  private static @Nullable String token(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
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
