package io.kucun.inventory.stock;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored lots. */
@ApplicationScoped
class Lots implements PanacheRepositoryBase<Lot, UUID> {}
