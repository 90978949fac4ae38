/**
 * Who calls: a token is verified once, and remembered until it expires.
 *
 * <p>Invariants: only a token that the issuer's keys have verified is remembered, never longer than
 * it is valid, and not beyond a revocation of its subject; when a revocation may have been missed,
 * all are forgotten. Bounded. Thread-safe. May import {@code redis}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.identity;
