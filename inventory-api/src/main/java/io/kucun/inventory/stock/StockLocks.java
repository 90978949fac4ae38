package io.kucun.inventory.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes locks in the one order that everybody uses, so that no two transactions wait for each
 * other.
 */
@ApplicationScoped
class StockLocks {
  /**
   * In the order of the natural key: two writers of the same new lots never wait for each other.
   */
  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO stock_lot (id, product_id, color_code, production_date)
        SELECT gen_random_uuid(), k."productId", k."colorCode", k."productionDate"
        FROM json_to_recordset(cast(cast(?1 AS text) AS json))
          AS k("productId" uuid, "colorCode" text, "productionDate" date)
        ORDER BY 2, 3 NULLS FIRST, 4 NULLS FIRST
        ON CONFLICT DO NOTHING RETURNING 1)
      SELECT count(*) FROM opened
      """;

  /** Compares absent values by a stand-in that no lot has, because equality can be hashed. */
  private static final String LOCK =
      """
      SELECT l.* FROM stock_lot l
      JOIN (SELECT DISTINCT * FROM json_to_recordset(cast(cast(?1 AS text) AS json))
        AS r("productId" uuid, "colorCode" text, "productionDate" date)) k
      ON l.product_id = k."productId"
        AND coalesce(l.color_code, '') = coalesce(k."colorCode", '')
        AND coalesce(l.production_date, '-infinity') = coalesce(k."productionDate", '-infinity')
      ORDER BY l.id FOR NO KEY UPDATE OF l
      """;

  private final TotalsRows totals;
  private final Lots lots;
  private final ProductFacts products;
  private final ObjectMapper json;

  StockLocks(TotalsRows totals, Lots lots, ProductFacts products, ObjectMapper json) {
    this.totals = totals;
    this.lots = lots;
    this.products = products;
    this.json = json;
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

  /**
   * Locks the lots with these keys, as far as they are there, after making those of {@code opened}
   * that are not.
   */
  Uni<LockedStock> lots(LockedStock locked, Collection<LotKey> keys, Collection<LotKey> opened) {
    return Panache.getSession()
        .flatMap(session ->
            open(session, opened)
                .flatMap(done ->
                    session
                        .createNativeQuery(LOCK, Lot.class)
                        .setParameter(1, json(keys))
                        .getResultList()))
        .map(locked::with);
  }

  private Uni<Void> open(Mutiny.Session session, Collection<LotKey> keys) {
    return keys.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(OPEN, Long.class)
            .setParameter(1, json(keys))
            .getSingleResult()
            .replaceWithVoid();
  }

  private String json(Collection<LotKey> keys) {
    try {
      return json.writeValueAsString(keys);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static <K, V> Map<K, V> index(List<V> rows, Function<V, K> by) {
    Map<K, V> index = new LinkedHashMap<>();
    rows.forEach(row -> index.put(by.apply(row), row));
    return index;
  }
}
