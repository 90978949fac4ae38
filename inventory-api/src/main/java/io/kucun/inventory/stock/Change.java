package io.kucun.inventory.stock;

import org.jspecify.annotations.Nullable;

/**
 * How one ledger row changes its lot.
 *
 * @param inboundType how pieces arrive; null unless they do
 * @param delta pieces, negative when they leave
 * @param reservedDelta pieces that are promised, negative when they no longer are
 */
record Change(Movement.Type type, @Nullable String inboundType, long delta, long reservedDelta) {}
