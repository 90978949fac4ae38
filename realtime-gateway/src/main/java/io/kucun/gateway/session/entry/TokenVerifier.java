package io.kucun.gateway.session.entry;

import io.kucun.gateway.access.Identity;
import io.smallrye.mutiny.Uni;

/**
 * Tells whom a bearer token stands for. Fails with {@link RefusedException} of {@link
 * Refusal#INVALID_TOKEN} or {@link Refusal#IDENTITY_PROVIDER_UNAVAILABLE}, and with nothing else.
 */
public interface TokenVerifier {

  Uni<Identity> verify(String token);
}
