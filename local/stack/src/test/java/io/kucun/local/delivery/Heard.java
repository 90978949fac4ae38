package io.kucun.local.delivery;

/**
 * A message of a subscription.
 *
 * @param link which connection it came by; a new one may have missed something
 */
record Heard(int link, Envelope event) {}
