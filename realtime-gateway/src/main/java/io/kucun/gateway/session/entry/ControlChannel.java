package io.kucun.gateway.session.entry;

import io.smallrye.mutiny.Uni;

/** The way to all services at once. */
public interface ControlChannel {

  /**
   * Tells every service that listens now; what it does about it is not waited for. Fails if it
   * cannot be known that they were told; telling them again does no harm.
   */
  Uni<Void> tell(String message);
}
