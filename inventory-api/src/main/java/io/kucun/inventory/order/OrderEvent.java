package io.kucun.inventory.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers of the channel {@code orders} are told.
 *
 * @param type {@code created}, {@code confirmed}, {@code shipped}, {@code completed} or {@code
 *     cancelled}
 * @param previousStatus where it stood before; absent when it is new
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderEvent(
    String type,
    UUID id,
    String orderNumber,
    long version,
    String actor,
    Instant occurredAt,
    @Nullable String previousStatus,
    String status,
    String customerName,
    String totalAmount) {

  static OrderEvent of(
      String type, SalesOrder order, @Nullable OrderStatus previous, String actor) {
    return new OrderEvent(
        type,
        order.id,
        order.orderNumber,
        order.version,
        actor,
        order.updatedAt,
        previous == null ? null : previous.wire(),
        order.status.wire(),
        order.customerName,
        order.totalAmount.toPlainString());
  }
}
