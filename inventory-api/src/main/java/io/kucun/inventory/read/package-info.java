/**
 * Answers reads: through the cache, with the headers that tell what the answer contains.
 *
 * <p>Invariant: what an answer says of itself ({@code ETag}, {@code Cache-Status}, {@code
 * Kucun-Position}) was found out together with its body or before it. What is answered before the
 * REST layer is a hit, to a question that the same bearer has asked in the same words and been
 * answered by that layer; the bearer is gone when the token expires or is revoked. Bounded.
 * Thread-safe. May import {@code cache}, {@code events}, {@code identity} and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.read;
