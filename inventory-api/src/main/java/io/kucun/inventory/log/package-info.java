/**
 * The event log as programs read it over HTTP: who may read which channel, page by page, and what a
 * reader is told whose position is gone.
 *
 * <p>Invariant: a reader who goes on from the position of each answer gets every event that it may
 * see, once and in order, or 410. Stateless. May import {@code cache}, {@code events}, {@code read}
 * and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.log;
