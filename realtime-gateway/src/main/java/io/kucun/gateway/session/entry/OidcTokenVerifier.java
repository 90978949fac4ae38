package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Verifies tokens with the identity provider's keys, here in the process. */
@Singleton
final class OidcTokenVerifier implements TokenVerifier {

  private static final Logger LOG = Logger.getLogger(OidcTokenVerifier.class);

  private final TenantIdentityProvider identities;
  private final IdentityProviderLink link;

  OidcTokenVerifier(TenantIdentityProvider identities, IdentityProviderLink link) {
    this.identities = identities;
    this.link = link;
  }

  @Override
  public Uni<Identity> verify(String token) {
    // Without this, every request during an outage would try to reach the provider by itself.
    if (!link.isReady()) {
      return Uni.createFrom().failure(new RefusedException(Refusal.IDENTITY_PROVIDER_UNAVAILABLE));
    }
    return Uni.createFrom()
        .deferred(() -> identities.authenticate(new AccessTokenCredential(token)))
        .map(OidcTokenVerifier::identity)
        .onFailure()
        .transform(OidcTokenVerifier::refused);
  }

  private static Identity identity(SecurityIdentity verified) {
    if (verified.getPrincipal() instanceof JsonWebToken jwt && jwt.getSubject() != null) {
      Instant expiresAt = Instant.ofEpochSecond(jwt.getExpirationTime());
      return new Identity(jwt.getSubject(), jwt.getName(), verified.getRoles(), expiresAt);
    }
    throw new RefusedException(Refusal.INVALID_TOKEN);
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
