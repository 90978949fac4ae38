package io.kucun.inventory.identity;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Somebody who was verified by a token. The same object as long as the token is remembered, and
 * another one when it has been verified anew: what was found out for one holds for no other.
 */
public final class Bearer {
  private final SecurityIdentity identity;

  Bearer(SecurityIdentity identity) {
    this.identity = identity;
  }

  SecurityIdentity identity() {
    return identity;
  }
}
