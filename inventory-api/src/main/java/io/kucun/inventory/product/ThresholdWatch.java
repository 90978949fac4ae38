package io.kucun.inventory.product;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.web.Caller.Actor;
import java.time.Instant;

/**
 * Is told that a product is written anew, in the transaction that does so and while nobody else can
 * move the product's stock.
 */
public interface ThresholdWatch {

  /**
   * The product has been written.
   *
   * @param product the product as it is now
   * @param before its threshold until now
   * @param available the pieces that the product has available
   */
  void replaced(
      Changes changes, Fact product, long before, long available, Actor actor, Instant at);
}
