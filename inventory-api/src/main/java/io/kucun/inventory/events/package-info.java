/**
 * The event log: rows in, ordered envelopes out, at least once.
 *
 * <p>Invariants: a change and its events are one transaction; each channel's offsets have no gap
 * and are committed before they are published; an epoch and an offset name one content for good;
 * one active relay, fenced by its term in PostgreSQL and by the position, or the term that fills a
 * log, in Redis. A payload is never read here, only carried.
 *
 * <p>Threading and lifecycle: the relay runs on one event loop, one step at a time, from the moment
 * that the schema is there; it gives the lease back at shutdown. May import {@code redis}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.events;
