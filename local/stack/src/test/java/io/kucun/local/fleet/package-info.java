/**
 * Two packaged gateways on one Redis, and clients that do what the protocol tells them: whether
 * anybody loses anything when a gateway is stopped, killed or hangs. What each client was given is
 * compared with what was published.
 *
 * <p>Invariant: the checker judges recorded diaries only, so that it can be tried on diaries that
 * were tampered with. A client is a thread of its own. Imports {@code rig}, {@code issuer} and the
 * client's JSON.
 */
@NullMarked
package io.kucun.local.fleet;

import org.jspecify.annotations.NullMarked;
