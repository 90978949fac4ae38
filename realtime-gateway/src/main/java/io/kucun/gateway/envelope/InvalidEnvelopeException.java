package io.kucun.gateway.envelope;

import org.jspecify.annotations.Nullable;

/** A message on an event channel that is not an envelope. */
public final class InvalidEnvelopeException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidEnvelopeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
