/**
 * The read cache: response bytes by key, in Redis, never older than the last acknowledged write.
 *
 * <p>Invariants: an entry is used only if its stamp equals the run of the Redis server plus the
 * current generation of each of its tags, and it was filled with a stamp that was read before the
 * database was; a look serves a read only if it was sent after the read began; a load serves
 * another read only if both have read the same stamp, or if it began after that read; a lease or a
 * breaker saves work and is never trusted. Fails open: without Redis every read goes to the
 * database. Every wait, line and retry is bounded, see {@link
 * io.kucun.inventory.cache.CacheSettings}. Thread-safe; each read goes on in its own Vert.x
 * context. May import {@code events} (the hook before a publish, the committed positions) and
 * {@code redis}. The protocol and why it holds: {@code docs/cache.md}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.cache;
