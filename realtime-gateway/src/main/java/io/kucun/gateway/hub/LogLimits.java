package io.kucun.gateway.hub;

/**
 * How much of the past a channel keeps.
 *
 * @param events most events kept
 * @param bytes most bytes of event text kept
 * @param replayBytes most bytes replayed to one member for one resume; more is answered with {@code
 *     recovered:false}
 */
public record LogLimits(int events, long bytes, long replayBytes) {}
