package io.kucun.inventory.write;

/**
 * A write that is to be done once, however often it is sent.
 *
 * @param subject the caller: keys of different callers have nothing to do with each other
 * @param key the caller's {@code Idempotency-Key}
 * @param fingerprint a hash of everything that makes it this request
 */
record KeyedRequest(String subject, String key, String fingerprint) {}
