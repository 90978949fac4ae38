package io.kucun.inventory.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kucun.inventory.stock.MovementView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as clients see it; money is text, so that it stays decimal.
 *
 * @param items its lines; absent in lists
 * @param movements the ledger rows of the transition that was asked for; absent in reads
 */
@RegisterForReflection
@Schema(name = "Order")
record OrderView(
    UUID id,
    String orderNumber,
    String status,
    String customerName,
    @Nullable String remarks,
    String totalAmount,
    String createdBy,
    Instant createdAt,
    Instant updatedAt,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Item> items,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MovementView> movements) {

  /** A line with what it has taken. */
  @RegisterForReflection
  @Schema(name = "OrderLine")
  record Item(
      UUID id,
      UUID productId,
      @Nullable String colorCode,
      @Nullable LocalDate productionDate,
      @Nullable UUID lotId,
      long quantity,
      String unitPrice,
      boolean allowMixedColors,
      List<Taken> allocations) {

    static Item of(OrderItem item, List<OrderAllocation> allocations) {
      return new Item(
          item.id,
          item.productId,
          item.colorCode,
          item.productionDate,
          item.lotId,
          item.quantity,
          Money.price(item.unitPrice),
          item.allowMixedColors,
          allocations.stream()
              .filter(allocation -> allocation.line == item.line)
              .map(allocation -> new Taken(allocation.lotId, allocation.quantity))
              .toList());
    }
  }

  /** Pieces taken from a lot. */
  @RegisterForReflection
  record Taken(UUID lotId, long quantity) {}

  static OrderView summary(SalesOrder order) {
    return of(order, null, null);
  }

  static OrderView of(
      SalesOrder order, @Nullable List<Item> items, @Nullable List<MovementView> movements) {
    return new OrderView(
        order.id,
        order.orderNumber,
        order.status.wire(),
        order.customerName,
        order.remarks,
        order.totalAmount.toPlainString(),
        order.createdBy,
        order.createdAt,
        order.updatedAt,
        order.version,
        items,
        movements);
  }
}
