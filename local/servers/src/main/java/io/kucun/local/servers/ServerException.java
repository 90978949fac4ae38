package io.kucun.local.servers;

import java.io.Serial;

/** A server could not be started; the message is one readable line. */
public final class ServerException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With the line to show. */
  public ServerException(String message) {
    super(message);
  }

  /** With the line to show and what caused it. */
  public ServerException(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
