package io.kucun.inventory.stock;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored totals. */
@ApplicationScoped
class TotalsRows implements PanacheRepositoryBase<Totals, UUID> {}
