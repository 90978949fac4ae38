package io.kucun.inventory.order;

import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads orders, as far as the reader may see them. */
@ApplicationScoped
class OrderReads {
  private final OrderRows.Orders orders;
  private final OrderRows.Items items;
  private final OrderRows.Allocations allocations;

  OrderReads(OrderRows.Orders orders, OrderRows.Items items, OrderRows.Allocations allocations) {
    this.orders = orders;
    this.items = items;
    this.allocations = allocations;
  }

  Uni<OrderView> get(UUID id, Visibility visibility) {
    return Panache.withSession(() ->
        orders
            .findById(id)
            .onItem()
            .ifNull()
            .failWith(() -> ProblemException.notFound(OrderPhrase.NO_ORDER.with(id)))
            .invoke(visibility::require)
            .flatMap(order -> lines(id).map(lines -> OrderView.of(order, lines, null))));
  }

  Uni<Page<OrderView>> list(OrderQuery query, Visibility visibility) {
    Listing<SalesOrder> listing = query.listing(visibility);
    return Panache.withSession(() -> listing.read(orders, OrderView::summary));
  }

  /** The lines with what they have taken, in the current session. */
  Uni<List<OrderView.Item>> lines(UUID orderId) {
    return items
        .list("orderId = ?1 order by line", orderId)
        .flatMap(rows ->
            allocations
                .list("orderId = ?1 order by line, lotId", orderId)
                .map(taken -> rows.stream().map(row -> OrderView.Item.of(row, taken)).toList()));
  }
}
