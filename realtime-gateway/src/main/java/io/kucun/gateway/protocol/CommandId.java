package io.kucun.gateway.protocol;

/**
 * What the client calls its command, given back in the answer.
 *
 * @param json a whole number or a quoted string, as JSON
 */
public record CommandId(String json) {}
