package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import org.jspecify.annotations.Nullable;

/**
 * What became of a subscription.
 *
 * @param at after which event the frames continue: the position asked for when recovered, else the
 *     channel's head; absent while nothing numbered was ever published
 * @param recovered whether exactly what was missed follows; absent when no position was asked for
 */
public record Outcome(Target target, @Nullable Position at, @Nullable Boolean recovered) {}
