package io.kucun.inventory.stock;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored ledger. */
@ApplicationScoped
class Movements implements PanacheRepositoryBase<Movement, UUID> {}
