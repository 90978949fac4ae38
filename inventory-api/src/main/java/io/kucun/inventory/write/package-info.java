/**
 * Runs a write: one transaction with its events and its answer, and the invalidation of what it
 * makes stale before the caller is answered.
 *
 * <p>Invariants: what a write changes, its events and the answer kept for its {@code
 * Idempotency-Key} are committed together or not at all; the key's row is locked before every
 * other; no answer leaves before the cached reads that it makes stale are, whether the write
 * succeeded, failed, or nobody knows. Thread-safe; the state of a write is confined to its
 * transaction. Resources call {@link io.kucun.inventory.write.Writes}; the work itself takes {@link
 * io.kucun.inventory.events.Changes} and never opens a transaction, so that works can be composed.
 * May import {@code cache}, {@code events} and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.write;
