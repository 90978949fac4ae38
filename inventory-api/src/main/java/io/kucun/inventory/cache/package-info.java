/**
 * The read cache: response bytes by key, in Redis, never older than the last acknowledged write.
 *
 * <p>Invariant: an entry is used only if its stamp equals the run of the Redis server plus the
 * current generation of each of its tags, and it was filled with a stamp that was read before the
 * database was. Fails open: without Redis every read goes to the database. Thread-safe. May import
 * {@code events} (the hook before a publish) and {@code redis}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.cache;
