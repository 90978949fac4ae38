package io.kucun.inventory.order;

import io.kucun.inventory.cache.Writes;
import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.web.Caller.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Creates orders as drafts: nothing is reserved yet. */
@ApplicationScoped
class OrderCreation {
  private final OrderRows.Orders orders;
  private final OrderRows.Items items;
  private final ProductFacts products;
  private final Writes writes;
  private final OrderEvents events;

  OrderCreation(
      OrderRows.Orders orders,
      OrderRows.Items items,
      ProductFacts products,
      Writes writes,
      OrderEvents events) {
    this.orders = orders;
    this.items = items;
    this.products = products;
    this.writes = writes;
    this.events = events;
  }

  Uni<OrderView> create(OrderBody body, Actor actor) {
    return writes.inTransaction(changes ->
        number()
            .map(number -> OrderDraft.of(body, number, actor))
            .call(this::check)
            .call(rows -> orders.persist(rows.order()).call(() -> items.persist(rows.items())))
            .invoke(rows -> changes.add(events.created(rows.order(), actor.name())))
            .map(OrderCreation::view));
  }

  private Uni<Void> check(OrderDraft.Rows rows) {
    return products
        .of(rows.items().stream().map(item -> item.productId).distinct().toList())
        .invoke(found -> OrderDraft.check(rows.items(), found))
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
