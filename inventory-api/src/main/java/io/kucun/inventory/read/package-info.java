/**
 * Answers reads: through the cache, with the headers that tell what the answer contains.
 *
 * <p>Invariant: what an answer says of itself ({@code ETag}, {@code Cache-Status}, {@code
 * Kucun-Position}) was found out together with its body or before it. Stateless. May import {@code
 * cache}, {@code events} and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.read;
