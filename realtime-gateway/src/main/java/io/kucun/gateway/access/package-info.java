/**
 * Answers one question: what may this identity read of this channel?
 *
 * <p>Invariant: deny by default; a channel or role that no grant names reads nothing. Everything
 * here is immutable and may be used by any thread. Imports nothing of the gateway.
 */
@NullMarked
package io.kucun.gateway.access;

import org.jspecify.annotations.NullMarked;
