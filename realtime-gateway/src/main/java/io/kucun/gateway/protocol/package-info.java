/**
 * The wire words between gateway and client: commands in, replies out, close codes.
 *
 * <p>Invariant: a command is either read whole, with nothing unknown in it, or refused with a
 * stable code. Everything here is immutable and may be used by any thread. Imports nothing of the
 * gateway.
 */
@NullMarked
package io.kucun.gateway.protocol;

import org.jspecify.annotations.NullMarked;
