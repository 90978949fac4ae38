package io.kucun.inventory.order;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored orders, their items and what these have taken. */
final class OrderRows {
  private OrderRows() {}

  @ApplicationScoped
  static class Orders implements PanacheRepositoryBase<SalesOrder, UUID> {}

  @ApplicationScoped
  static class Items implements PanacheRepositoryBase<OrderItem, UUID> {}

  @ApplicationScoped
  static class Allocations implements PanacheRepositoryBase<OrderAllocation, UUID> {}
}
