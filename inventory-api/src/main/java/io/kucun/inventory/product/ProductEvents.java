package io.kucun.inventory.product;

import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Event;
import io.kucun.inventory.web.Caller.Actor;
import java.util.Set;

/** Puts what happened to a product into words for the event log. */
final class ProductEvents {
  private ProductEvents() {}

  /**
   * The event of a change.
   *
   * @param type {@code created}, {@code updated} or {@code archived}
   * @param product as it is after the change
   */
  static Event of(String type, ProductView product, Actor actor) {
    ProductEvent data =
        new ProductEvent(
            type,
            product.id(),
            product.code(),
            product.version(),
            actor.name(),
            product.updatedAt(),
            product);
    String key = product.id().toString();
    return new Event(Channel.PRODUCTS, key, null, Set.of("products", "product:" + key), data);
  }
}
