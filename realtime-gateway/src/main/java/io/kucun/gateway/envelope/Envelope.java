package io.kucun.gateway.envelope;

import org.jspecify.annotations.Nullable;

/**
 * One event on its way to the clients.
 *
 * @param channel the channel it was published on
 * @param key the entity it is about, if it is about one
 * @param owner the {@code sub} of the user it belongs to, if it belongs to one
 * @param ts when it happened, in milliseconds of the epoch
 * @param position its place in the channel; an event without one is live only: neither kept nor
 *     replayed
 * @param text the exact JSON text, which is the data frame that clients get
 */
public record Envelope(
    String channel,
    @Nullable String key,
    @Nullable String owner,
    long ts,
    @Nullable Position position,
    String text) {}
