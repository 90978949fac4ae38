package io.kucun.inventory.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.csv.Chunks;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Statements for very many lots at once, past the session, which would keep each of them. The lots
 * need no locks of their own: who holds the totals of their products is alone with them.
 */
@ApplicationScoped
class OpeningStatements {
  private static final String LOCK =
      """
      SELECT cast(s.product_id AS text), s.total, s.reserved FROM product_stock s
      WHERE s.product_id IN (
        SELECT cast(k.id AS uuid)
        FROM json_array_elements_text(cast(cast(?1 AS text) AS json)) AS k(id))
      ORDER BY s.product_id FOR UPDATE OF s
      """;

  private static final String FIND =
      """
      SELECT k.n, cast(l.id AS text), l.quantity, l.version
      FROM ROWS FROM (json_to_recordset(cast(cast(?1 AS text) AS json))
          AS ("productId" uuid, "colorCode" text, "productionDate" date))
        WITH ORDINALITY AS k(product, color, made, n)
      JOIN stock_lot l ON l.product_id = k.product
        AND coalesce(l.color_code, '') = coalesce(k.color, '')
        AND coalesce(l.production_date, '-infinity') = coalesce(k.made, '-infinity')
      """;

  private static final String OPEN =
      """
      WITH r AS (
        SELECT * FROM ROWS FROM (json_to_recordset(cast(cast(?1 AS text) AS json))
          AS ("movementId" uuid, "lotId" uuid, "productId" uuid, "colorCode" text,
            "productionDate" date, quantity bigint, reason text, reference text))
          WITH ORDINALITY AS r(movement, lot, product, color, made, quantity, reason, reference, n)
      ), lots AS (
        INSERT INTO stock_lot (id, product_id, color_code, production_date, quantity, version)
        SELECT lot, product, color, made, quantity, 1 FROM r ORDER BY n
        ON CONFLICT ON CONSTRAINT stock_lot_natural_key
          DO UPDATE SET quantity = EXCLUDED.quantity, version = 1 WHERE stock_lot.version = 0
        RETURNING 1
      ), moved AS (
        INSERT INTO stock_movement (id, document_number, lot_id, product_id, type, inbound_type,
          delta, balance_after, reserved_delta, reserved_after, reason, reference, actor, occurred_at)
        SELECT movement, ?2, lot, product, 'INBOUND', 'adjust', quantity, quantity, 0, 0, reason,
          reference, ?3, cast(cast(?4 AS text) AS timestamptz) FROM r ORDER BY n
      ), totals AS (
        UPDATE product_stock s SET total = s.total + t.pieces
        FROM (SELECT product, cast(sum(quantity) AS bigint) AS pieces FROM r GROUP BY product) t
        WHERE s.product_id = t.product
      )
      SELECT count(*) FROM lots
      """;

  private final ObjectMapper json;

  OpeningStatements(ObjectMapper json) {
    this.json = json;
  }

  /** A product's pieces over all lots, while it is locked. */
  record Level(long total, long reserved) {}

  /** A lot as it is. */
  record State(UUID id, long quantity, long version) {}

  /**
   * Locks the totals of these products.
   *
   * @param ids in the order of the database
   */
  Uni<Map<UUID, Level>> lock(List<UUID> ids) {
    Map<UUID, Level> levels = new HashMap<>();
    return Chunks.each(
            ids,
            some ->
                rows(LOCK, some)
                    .invoke(rows ->
                        rows.forEach(row ->
                            levels.put(
                                UUID.fromString((String) row[0]),
                                new Level((Long) row[1], (Long) row[2])))))
        .replaceWith(levels);
  }

  /** Those of these lots that there are. */
  Uni<Map<LotKey, State>> find(List<LotKey> keys) {
    Map<LotKey, State> states = new HashMap<>();
    return Chunks.each(
            keys,
            some ->
                rows(FIND, some)
                    .invoke(rows ->
                        rows.forEach(row ->
                            states.put(
                                some.get(((Long) row[0]).intValue() - 1),
                                new State(
                                    UUID.fromString((String) row[1]),
                                    (Long) row[2],
                                    (Long) row[3])))))
        .replaceWith(states);
  }

  /** Gives lots their first pieces, with the ledger rows and the totals, in this order. */
  Uni<Void> open(DocumentHead head, List<Opened> lots) {
    return Chunks.each(
        lots,
        some ->
            Panache.getSession()
                .flatMap(session -> open(session, head, some))
                .invoke(opened -> {
                  if (opened != some.size()) {
                    throw new IllegalStateException("A lot moved although its product is locked");
                  }
                }));
  }

  private Uni<Long> open(Mutiny.Session session, DocumentHead head, List<Opened> lots) {
    return session
        .createNativeQuery(OPEN, Long.class)
        .setParameter(1, json(lots))
        .setParameter(2, head.number())
        .setParameter(3, head.actor().name())
        .setParameter(4, head.occurredAt().toString())
        .getSingleResult();
  }

  private Uni<List<Object[]>> rows(String sql, List<?> keys) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(sql, Object[].class)
                .setParameter(1, json(keys))
                .getResultList());
  }

  private String json(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
