package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/** Verifies tokens with the identity provider's keys, here in the process. */
@Singleton
final class OidcTokenVerifier implements TokenVerifier {

  private static final Logger LOG = Logger.getLogger(OidcTokenVerifier.class);

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Pattern THREE_PARTS = Pattern.compile("[^.]+\\.[^.]+\\.[^.]+");

  private final TenantIdentityProvider identities;
  private final BooleanSupplier ready;

  /** Whoever comes first with a new key makes the verifier read the keys, which refuses others. */
  private final SecondTry secondTry = new SecondTry(OidcTokenVerifier::isOfUnknownKey);

  @Inject
  OidcTokenVerifier(
      TenantIdentityProvider identities, IdentityProviderLink link, MeterRegistry registry) {
    this(identities, link::isReady);
    Gauge.builder("kucun.gateway.tokens.waiting", secondTry, SecondTry::waiting)
        .description("Tokens of unknown keys that wait while the issuer's keys are read")
        .register(registry);
  }

  OidcTokenVerifier(TenantIdentityProvider identities, BooleanSupplier ready) {
    this.identities = identities;
    this.ready = ready;
  }

  @Override
  public Uni<Identity> verify(String token) {
    // The verifier takes anything else for an opaque token, and its refusal to introspect for an
    // outage.
    if (!THREE_PARTS.matcher(token).matches()) {
      return Uni.createFrom().failure(new RefusedException(Refusal.INVALID_TOKEN));
    }
    // Without this, every request during an outage would try to reach the provider by itself.
    if (!ready.getAsBoolean()) {
      return Uni.createFrom().failure(new RefusedException(Refusal.IDENTITY_PROVIDER_UNAVAILABLE));
    }
    return secondTry
        .of(
            Uni.createFrom()
                .deferred(() -> identities.authenticate(new AccessTokenCredential(token))))
        .map(OidcTokenVerifier::identity)
        // An unknown key makes it ask the provider, which may be silent.
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .transform(OidcTokenVerifier::refused);
  }

  private static Identity identity(SecurityIdentity verified) {
    if (verified.getPrincipal() instanceof JsonWebToken jwt && jwt.getSubject() != null) {
      Instant issuedAt = Instant.ofEpochSecond(jwt.getIssuedAtTime());
      Instant expiresAt = Instant.ofEpochSecond(jwt.getExpirationTime());
      return new Identity(
          jwt.getSubject(), jwt.getName(), verified.getRoles(), issuedAt, expiresAt);
    }
    throw new RefusedException(Refusal.INVALID_TOKEN);
  }

  private static boolean isOfUnknownKey(Throwable failure) {
    return failure instanceof AuthenticationFailedException
        && failure.getCause() instanceof InvalidJwtException invalid
        && invalid.getCause() instanceof UnresolvableKeyException;
  }

  private static RefusedException refused(Throwable failure) {
    if (failure instanceof RefusedException refused) {
      return refused;
    }
    if (failure instanceof AuthenticationFailedException) {
      return new RefusedException(Refusal.INVALID_TOKEN);
    }
    LOG.debugf("A token could not be verified: %s", failure.getClass().getName());
    return new RefusedException(Refusal.IDENTITY_PROVIDER_UNAVAILABLE);
  }
}
