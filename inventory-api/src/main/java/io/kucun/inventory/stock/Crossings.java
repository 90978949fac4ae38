package io.kucun.inventory.stock;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Event;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ThresholdWatch;
import io.kucun.inventory.web.Caller.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;

/**
 * Tells when what a product has available falls to its threshold or rises above it, whether the
 * stock moved or the threshold. Called with the product's totals locked, once for each transaction
 * and product, so that none is missed and none is told twice. Archived products count too: their
 * stock still moves by returns and shipments.
 */
@ApplicationScoped
class Crossings implements ThresholdWatch {

  /** A product's available pieces and its threshold at one moment. */
  record Mark(long available, long threshold) {
    boolean low() {
      return available <= threshold;
    }
  }

  @Override
  public void replaced(
      Changes changes, Fact product, long before, long available, Actor actor, Instant at) {
    Mark was = new Mark(available, before);
    Mark is = new Mark(available, product.lowStockThreshold());
    tell(changes, product, was, is, actor.name(), at);
  }

  static void tell(
      Changes changes, Fact product, Mark before, Mark after, String actor, Instant at) {
    if (before.low() != after.low()) {
      add(
          changes,
          product.id().toString(),
          new StockEvent.ThresholdCrossed(
              after.low() ? "low_stock" : "restocked",
              product.id(),
              product.id(),
              product.code(),
              product.version(),
              actor,
              at,
              after.threshold(),
              before.available(),
              after.available()));
    }
  }

  static void add(Changes changes, String key, StockEvent event) {
    changes.add(new Event(Channel.INVENTORY, key, null, Set.of("stock", "stock:" + key), event));
  }
}
