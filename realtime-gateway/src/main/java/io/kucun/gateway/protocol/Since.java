package io.kucun.gateway.protocol;

/** The last event of a channel that the client has seen. */
public record Since(String epoch, long offset) {}
