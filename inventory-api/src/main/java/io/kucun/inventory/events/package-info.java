/**
 * The event log: rows in, ordered envelopes out, at least once.
 *
 * <p>Invariants: a change and its events are one transaction; each channel's offsets have no gap
 * and are committed before they are published; one active relay, fenced by its term in PostgreSQL
 * and by the position in Redis. A payload is never read here, only carried. The relay runs on one
 * event loop, one step at a time. May import {@code redis}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.events;
