package io.kucun.local.client;

/**
 * A place in a channel's log.
 *
 * @param epoch which numbering
 * @param offset the last event that is known
 */
public record Position(String epoch, long offset) {}
