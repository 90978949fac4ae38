package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.web.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** The lots by what tells them apart. */
  Map<LotKey, Lot> byKey() {
    return StockLocks.index(List.copyOf(lots.values()), LotKey::of);
  }

  /** How many pieces a product can take. */
  long room(UUID productId) {
    return Quantity.MAX - Objects.requireNonNull(totals.get(productId)).total;
  }
}
