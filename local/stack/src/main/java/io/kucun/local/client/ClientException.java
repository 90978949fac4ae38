package io.kucun.local.client;

import java.io.Serial;

/** The system did not do what was asked; the message is one readable line. */
public final class ClientException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With the line to show. */
  public ClientException(String message) {
    super(message);
  }

  /** With the line to show and what caused it. */
  public ClientException(String message, Throwable cause) {
    super(message, cause);
  }
}
