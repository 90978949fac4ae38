/**
 * The way in: origins, tokens, one-time tickets, and what a refusal looks like.
 *
 * <p>Invariant: no socket without a verified identity and a counted lease; no credential in a query
 * string but a ticket, none at all in a log.
 *
 * <p>Threading: requests are handled on their own event loop; everything shared is immutable or
 * safe for any thread. Imports {@code access} and {@code session.limits}.
 */
@NullMarked
package io.kucun.gateway.session.entry;

import org.jspecify.annotations.NullMarked;
