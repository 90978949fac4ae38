package io.kucun.inventory.web;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Requests whose body is read piece by piece by their resource, within a bound of its own; it may
 * come without its length. The request is paused until the resource reads it.
 */
public interface StreamedBodies {
  /** Whether this is such a request. */
  boolean include(HttpServerRequest request);

  /** How long an announced body may be; the resource counts one that is not announced. */
  long maxBytes();

  /**
   * How long what the resource did not read is taken from the network before the connection ends.
   */
  Duration linger();
}
