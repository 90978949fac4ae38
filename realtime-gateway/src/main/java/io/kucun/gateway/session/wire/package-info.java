/**
 * From the hub's thread to the sockets: frames encoded once whose bytes all clients share, written
 * and flushed loop by loop, with a bound on what waits for each client.
 *
 * <p>Invariant: whatever one client is sent, events and control frames, leaves in the order in
 * which the hub's thread handed it over; nothing follows a close frame; a shared buffer is released
 * once, when the last loop has written it.
 *
 * <p>Threading: frames are handed over on the hub's thread; what was gathered there goes to each
 * event loop in one task, and a socket is touched on its own loop only. A client's room is granted
 * by its loop and used up by the hub's thread. Imports {@code hub} and {@code protocol}.
 */
@NullMarked
package io.kucun.gateway.session.wire;

import org.jspecify.annotations.NullMarked;
