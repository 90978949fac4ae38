package io.kucun.gateway.session.entry;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps values for a short while, where every gateway finds them. Fails if the store is out of
 * reach.
 */
public interface TicketStore {

  Uni<Void> put(String name, String value, Duration keptFor);

  /** The value, which no one else gets, if there is one. */
  Uni<Optional<String>> take(String name);
}
