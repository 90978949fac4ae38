package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts.Fact;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stock that nobody else can change until the transaction ends.
 *
 * @param products the products that exist among those asked for
 * @param totals their totals
 * @param lots lots, by id
 */
record LockedStock(Map<UUID, Fact> products, Map<UUID, Totals> totals, Map<UUID, Lot> lots) {

  /** The same products with these lots. */
  LockedStock with(List<Lot> found) {
    return new LockedStock(products, totals, StockLocks.index(found, lot -> lot.id));
  }
}
