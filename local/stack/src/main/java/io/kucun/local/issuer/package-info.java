/**
 * A stand-in for Keycloak where tokens are needed and nobody signs in: benches and tests.
 *
 * <p>Invariant: its key lives in memory only, so that no token outlives it. Listens on the loopback
 * address. Thread-safe. May import {@code client}.
 */
@NullMarked
package io.kucun.local.issuer;

import org.jspecify.annotations.NullMarked;
