package io.kucun.inventory.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Puts what happened to an order into words for the event log. */
@ApplicationScoped
class OrderEvents {
  private final ObjectMapper json;

  OrderEvents(ObjectMapper json) {
    this.json = json;
  }

  Event created(SalesOrder order, String actor) {
    return event(OrderEvent.of("created", order, null, actor), order);
  }

  Event became(SalesOrder order, OrderStatus previous, String actor) {
    return event(OrderEvent.of(order.status.wire(), order, previous, actor), order);
  }

  private Event event(OrderEvent data, SalesOrder order) {
    try {
      return new Event(
          Channel.ORDERS,
          order.id.toString(),
          order.owner,
          Set.of(),
          json.writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
