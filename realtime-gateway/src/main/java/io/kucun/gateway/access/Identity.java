package io.kucun.gateway.access;

import java.time.Instant;
import java.util.Set;

/**
 * Who a client is.
 *
 * @param subject the identity provider's immutable id, which is what an event's owner is compared
 *     with
 * @param name what people call the user
 * @param issuedAt when the token behind it was issued
 * @param expiresAt until when the token behind it is valid
 */
public record Identity(
    String subject, String name, Set<String> roles, Instant issuedAt, Instant expiresAt) {

  public Identity {
    roles = Set.copyOf(roles);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
