package io.kucun.inventory.order;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.stock.Allocation;
import io.kucun.inventory.stock.Demand;
import io.kucun.inventory.stock.DocumentHead;
import io.kucun.inventory.stock.MovementView;
import io.kucun.inventory.stock.Reservations;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves orders from one status to the next, with the stock that goes with it, in the caller's
 * transaction.
 */
@ApplicationScoped
class OrderTransitions {
  private final OrderRows.Orders orders;
  private final OrderRows.Items items;
  private final OrderRows.Allocations allocations;
  private final OrderReads reads;
  private final Reservations reservations;

  OrderTransitions(
      OrderRows.Orders orders,
      OrderRows.Items items,
      OrderRows.Allocations allocations,
      OrderReads reads,
      Reservations reservations) {
    this.orders = orders;
    this.items = items;
    this.allocations = allocations;
    this.reads = reads;
    this.reservations = reservations;
  }

  /**
   * Who asks for a transition of which order.
   *
   * @param ifMatch the version that the caller expects, as an entity tag
   */
  record Request(UUID orderId, Visibility visibility, Actor actor, @Nullable String ifMatch) {}

  Uni<OrderView> to(Changes changes, OrderStatus next, Request request) {
    return locked(request)
        .invoke(order -> requireStep(order, next))
        .flatMap(order -> go(order, next, request.actor(), changes));
  }

  private Uni<SalesOrder> locked(Request request) {
    return orders
        .findById(request.orderId(), LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound(OrderPhrase.NO_ORDER.with(request.orderId())))
        .invoke(request.visibility()::require)
        .invoke(order -> Conditional.requireMatch(request.ifMatch(), order.version));
  }

  private static void requireStep(SalesOrder order, OrderStatus next) {
    if (!order.status.canBecome(next)) {
      throw new ProblemException(
          ProblemCode.ORDER_STATE,
          OrderPhrase.NO_STEP.with(order.orderNumber, order.status.words(), next.words()));
    }
  }

  private Uni<OrderView> go(SalesOrder order, OrderStatus next, Actor actor, Changes changes) {
    DocumentHead head = DocumentHead.of(order.orderNumber, null, null, actor);
    OrderStatus previous = order.status;
    return stock(order, next, head, changes)
        .invoke(moved -> {
          order.status = next;
          order.version++;
          order.updatedAt = head.occurredAt();
          changes.add(OrderEvents.became(order, previous, actor.name()));
        })
        .flatMap(moved -> reads.lines(order.id).map(lines -> OrderView.of(order, lines, moved)));
  }

  private Uni<List<MovementView>> stock(
      SalesOrder order, OrderStatus next, DocumentHead head, Changes changes) {
    return switch (next) {
      case CONFIRMED -> reserve(order, head, changes);
      case SHIPPED -> taken(order).flatMap(taken -> reservations.consume(changes, head, taken));
      case CANCELLED ->
          order.status == OrderStatus.CONFIRMED
              ? taken(order).flatMap(taken -> reservations.release(changes, head, taken))
              : Uni.createFrom().item(List.of());
      case COMPLETED, DRAFT -> Uni.createFrom().item(List.of());
    };
  }

  private Uni<List<MovementView>> reserve(SalesOrder order, DocumentHead head, Changes changes) {
    return items
        .list("orderId = ?1 order by line", order.id)
        .map(rows -> rows.stream().map(OrderTransitions::demand).toList())
        .flatMap(demands -> reservations.reserve(changes, head, demands))
        .call(reserved ->
            allocations.persist(
                reserved.allocations().stream().map(taken -> row(order.id, taken)).toList()))
        .map(Reservations.Reserved::movements);
  }

  private Uni<List<Allocation>> taken(SalesOrder order) {
    return allocations
        .list("orderId", order.id)
        .map(rows ->
            rows.stream().map(row -> new Allocation(row.line, row.lotId, row.quantity)).toList());
  }

  private static Demand demand(OrderItem item) {
    return new Demand(
        item.line,
        OrderDraft.pointer(item.line),
        item.productId,
        item.colorCode,
        item.productionDate,
        item.lotId,
        item.quantity,
        item.allowMixedColors);
  }

  private static OrderAllocation row(UUID orderId, Allocation taken) {
    OrderAllocation row = new OrderAllocation();
    row.id = UUID.randomUUID();
    row.orderId = orderId;
    row.line = taken.line();
    row.lotId = taken.lotId();
    row.quantity = taken.quantity();
    return row;
  }
}
