package io.kucun.inventory.stock;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored stock-takes and their lines. */
final class CountRows {
  private CountRows() {}

  @ApplicationScoped
  static class Counts implements PanacheRepositoryBase<StockCount, UUID> {}

  @ApplicationScoped
  static class Lines implements PanacheRepositoryBase<CountLine, UUID> {}
}
