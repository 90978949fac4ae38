/**
 * Orders: draft → confirmed → shipped → completed, or cancelled from draft or confirmed.
 *
 * <p>Invariants: confirming records what it took from which lot, and exactly that is consumed by
 * shipping or released by cancelling; the order's row is locked before any stock. May import {@code
 * product}, {@code stock}, {@code write}, {@code cache}, {@code events} and {@code web}.
 */
@org.jspecify.annotations.NullMarked
package io.kucun.inventory.order;
