package io.kucun.inventory.order;

import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Event;
import java.util.Set;

/** Puts what happened to an order into words for the event log. */
final class OrderEvents {
  private OrderEvents() {}

  static Event created(SalesOrder order, String actor) {
    return event(OrderEvent.of("created", order, null, actor), order);
  }

  static Event became(SalesOrder order, OrderStatus previous, String actor) {
    return event(OrderEvent.of(order.status.wire(), order, previous, actor), order);
  }

  private static Event event(OrderEvent data, SalesOrder order) {
    return new Event(Channel.ORDERS, order.id.toString(), order.owner, Set.of(), data);
  }
}
