/**
 * Reads the envelope around an event: which channel, which entity, whose, and where in the
 * channel's numbering.
 *
 * <p>Invariant: the payload is skipped, never bound, and the exact text that came in is the text
 * that goes out. Everything here is immutable and may be used by any thread. Imports nothing of the
 * gateway.
 */
@NullMarked
package io.kucun.gateway.envelope;

import org.jspecify.annotations.NullMarked;
