/**
 * How much one client, one user, one address and one node may ask for.
 *
 * <p>Invariant: what was counted in is counted out, also when a handshake is never finished. Plain
 * Java with clocks as arguments; each type says whether it may be used by several threads. Imports
 * nothing of the gateway.
 */
@NullMarked
package io.kucun.gateway.session.limits;

import org.jspecify.annotations.NullMarked;
