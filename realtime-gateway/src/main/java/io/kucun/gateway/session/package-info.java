/**
 * One client's socket, from its opening to its end: commands, frames, heartbeat, expiry, drain.
 *
 * <p>Invariant: a socket is open only with an identity whose token is valid, or has just expired,
 * and then nothing new is subscribed; what it may read is decided when it subscribes and again at
 * every renewal; what waits for a slow client is bounded.
 *
 * <p>Threading: commands of one socket are handled one after the other on its event loop; frames
 * may be handed over by any thread. Imports everything but {@code source}.
 */
@NullMarked
package io.kucun.gateway.session;

import org.jspecify.annotations.NullMarked;
