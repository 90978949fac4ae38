package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes locks in the one order that everybody uses, so that no two transactions wait for each
 * other.
 */
@ApplicationScoped
class StockLocks {
  private final TotalsRows totals;
  private final Lots lots;
  private final ProductFacts products;

  StockLocks(TotalsRows totals, Lots lots, ProductFacts products) {
    this.totals = totals;
    this.lots = lots;
    this.products = products;
  }

  /** Locks the totals of these products; each lock of a lot comes after this. */
  Uni<LockedStock> products(Collection<UUID> ids) {
    Set<UUID> distinct = new TreeSet<>(ids);
    return totals
        .find("productId in ?1 order by productId", distinct)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .flatMap(rows ->
            products
                .of(distinct)
                .map(facts -> new LockedStock(facts, index(rows, row -> row.productId), Map.of())));
  }

  /** Locks every lot of the locked products that has pieces to take. */
  Uni<LockedStock> availableLots(LockedStock locked) {
    return lots.find(
            "productId in ?1 and quantity > reserved order by id", locked.totals().keySet())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .map(locked::with);
  }

  /** Locks these lots of the locked products. */
  Uni<LockedStock> lots(LockedStock locked, Collection<UUID> ids) {
    return lots.find("id in ?1 order by id", new TreeSet<>(ids))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .map(locked::with);
  }

  /** Locks the lot of a locked product, if it is there. */
  Uni<LockedStock> lot(LockedStock locked, LotKey key) {
    return lots.find(
            "productId = ?1 and colorCode is not distinct from ?2"
                + " and productionDate is not distinct from ?3",
            key.productId(),
            key.colorCode(),
            key.productionDate())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .map(locked::with);
  }

  /** Creates the lot if it is not there, and locks it. */
  Uni<LockedStock> openLot(LockedStock locked, LotKey key) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(
                    "INSERT INTO stock_lot (id, product_id, color_code, production_date)"
                        + " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING RETURNING quantity",
                    Long.class)
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, key.productId())
                .setParameter(3, key.colorCode())
                .setParameter(4, key.productionDate())
                .getSingleResultOrNull())
        .flatMap(inserted -> lot(locked, key));
  }

  static <K, V> Map<K, V> index(List<V> rows, Function<V, K> by) {
    Map<K, V> index = new LinkedHashMap<>();
    rows.forEach(row -> index.put(by.apply(row), row));
    return index;
  }
}
