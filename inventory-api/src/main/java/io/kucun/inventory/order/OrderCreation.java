package io.kucun.inventory.order;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.stock.Reservations;
import io.kucun.inventory.web.Caller.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Creates orders as drafts: nothing is reserved yet. */
@ApplicationScoped
class OrderCreation {
  private final OrderRows.Orders orders;
  private final OrderRows.Items items;
  private final ProductFacts products;
  private final Reservations reservations;

  OrderCreation(
      OrderRows.Orders orders,
      OrderRows.Items items,
      ProductFacts products,
      Reservations reservations) {
    this.orders = orders;
    this.items = items;
    this.products = products;
    this.reservations = reservations;
  }

  Uni<OrderView> create(Changes changes, OrderBody body, Actor actor) {
    return number()
        .map(number -> OrderDraft.of(body, number, actor))
        .call(this::check)
        .call(rows -> orders.persist(rows.order()).call(() -> items.persist(rows.items())))
        .invoke(rows -> changes.add(OrderEvents.created(rows.order(), actor.name())))
        .map(OrderCreation::view);
  }

  private Uni<Void> check(OrderDraft.Rows rows) {
    List<OrderItem> lines = rows.items();
    List<UUID> named = new ArrayList<>();
    lines.forEach(item -> {
      if (item.lotId != null) {
        named.add(item.lotId);
      }
    });
    return products
        .of(lines.stream().map(item -> item.productId).distinct().toList())
        .flatMap(found ->
            reservations.keysOfLots(named).invoke(lots -> OrderDraft.check(lines, found, lots)))
        .replaceWithVoid();
  }

  private static Uni<String> number() {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery("SELECT nextval('sales_order_number')", Long.class)
                .getSingleResult())
        .map("SO-%08d"::formatted);
  }

  private static OrderView view(OrderDraft.Rows rows) {
    return OrderView.of(
        rows.order(),
        rows.items().stream().map(item -> OrderView.Item.of(item, List.of())).toList(),
        null);
  }
}
