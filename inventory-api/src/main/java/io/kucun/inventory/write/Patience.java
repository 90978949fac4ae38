package io.kucun.inventory.write;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Lets long work have statements that take longer than those of a request usually may. */
@ApplicationScoped
public class Patience {
  /** Lasts until the end of the current transaction; limits are milliseconds as text. */
  private static final String LIMITS =
      "SELECT set_config('statement_timeout', ?1, true) || set_config("
          + "'idle_in_transaction_session_timeout', ?1, true)";

  /**
   * For the rest of the current transaction, a statement may run, and a pause between two may last,
   * as long as this. Waiting for a lock may not.
   */
  public Uni<Void> allow(Duration limit) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(LIMITS, String.class)
                .setParameter(1, String.valueOf(limit.toMillis()))
                .getSingleResult())
        .replaceWithVoid();
  }
}
