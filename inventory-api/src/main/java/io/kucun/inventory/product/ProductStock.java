package io.kucun.inventory.product;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The row of totals that every product has: whoever holds its lock is alone with the product's
 * stock.
 */
@ApplicationScoped
class ProductStock {

  private static final String OPEN =
      """
      WITH opened AS (
        INSERT INTO product_stock (product_id)
        SELECT unnest(cast(string_to_array(cast(?1 AS text), ',') AS uuid[])) RETURNING 1)
      SELECT count(*) FROM opened
      """;

  /** Creates the rows of new products. */
  Uni<Void> open(List<UUID> products) {
    String ids = products.stream().map(UUID::toString).collect(Collectors.joining(","));
    return Panache.getSession()
        .flatMap(session ->
            session.createNativeQuery(OPEN, Long.class).setParameter(1, ids).getSingleResult())
        .replaceWithVoid();
  }

  /** Locks the row and answers what it says; null for an unknown product. */
  Uni<Level> lock(UUID product) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(
                    "SELECT total, reserved FROM product_stock WHERE product_id = ?1 FOR UPDATE",
                    Object[].class)
                .setParameter(1, product)
                .getSingleResultOrNull())
        .onItem()
        .ifNotNull()
        .transform(row -> new Level((Long) row[0], (Long) row[1]));
  }

  /** A product's pieces over all lots. */
  record Level(long total, long reserved) {
    long available() {
      return total - reserved;
    }
  }
}
