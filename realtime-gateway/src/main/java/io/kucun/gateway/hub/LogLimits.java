package io.kucun.gateway.hub;

/**
 * How much of the past a channel keeps.
 *
 * @param events most events kept
 * @param chars most characters of event text kept
 * @param replayChars most characters replayed to one member at once; more is answered with {@code
 *     recovered:false}
 */
public record LogLimits(int events, long chars, long replayChars) {}
