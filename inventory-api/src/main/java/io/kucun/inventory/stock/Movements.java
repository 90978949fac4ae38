package io.kucun.inventory.stock;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The stored ledger. */
@ApplicationScoped
class Movements implements PanacheRepositoryBase<Movement, UUID> {

  /** Appends rows, if there are any. */
  Uni<Void> append(List<Movement> rows) {
    return rows.isEmpty() ? Uni.createFrom().voidItem() : persist(rows);
  }
}
