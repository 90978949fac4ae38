package io.kucun.inventory.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells a part that cannot be reached from a fault of our own. */
final class Outage {
  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether a broken or missing connection is among the causes. */
  static boolean causes(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      // What could not be read or written as JSON or text: an IOException of nothing remote.
      if (cause instanceof CharConversionException || cause instanceof JsonProcessingException) {
        return false;
      }
      if (cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof ConnectionPoolTooBusyException
          || isClosed(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Vert.x says only in words that a connection or pool is closed, or that waiting for one was too
   * long.
   */
  private static boolean isClosed(Throwable cause) {
    String message = cause.getMessage();
    return message != null
        && (message.contains("Connection is not active")
            || message.contains("Connection was closed")
            || message.contains("OIDC Server is not available")
            || message.contains("Timeout waiting for connection")
            || message.equals("Timeout"));
  }
}
