package io.kucun.inventory.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes counted lots beside what the system says of them. One statement reads a lot and its last
 * ledger row, so both are of one moment and no lot is locked: a warehouse works on while it counts.
 */
@ApplicationScoped
class CountRecorder {
  private static final String RECORD =
      """
      WITH recorded AS (
        INSERT INTO stock_count_line (id, count_id, line, product_id, color_code, production_date,
          system_quantity, ledger_seq, counted_quantity, counted_by, counted_at)
        SELECT gen_random_uuid(), ?2,
          (SELECT coalesce(max(line), 0) FROM stock_count_line WHERE count_id = ?2) + r.n,
          r.product_id, r.color_code, r.production_date, coalesce(l.quantity, 0),
          coalesce((SELECT max(m.seq) FROM stock_movement m WHERE m.lot_id = l.id), 0),
          r.counted, ?3, clock_timestamp()
        FROM ROWS FROM (json_to_recordset(cast(cast(?1 AS text) AS json)) AS ("productId" uuid,
          "colorCode" text, "productionDate" date, "countedQuantity" bigint))
          WITH ORDINALITY AS r(product_id, color_code, production_date, counted, n)
        LEFT JOIN stock_lot l ON l.product_id = r.product_id
          AND coalesce(l.color_code, '') = coalesce(r.color_code, '')
          AND coalesce(l.production_date, '-infinity') = coalesce(r.production_date, '-infinity')
        ON CONFLICT ON CONSTRAINT stock_count_line_lot DO UPDATE SET
          system_quantity = excluded.system_quantity, ledger_seq = excluded.ledger_seq,
          counted_quantity = excluded.counted_quantity, counted_by = excluded.counted_by,
          counted_at = excluded.counted_at
        RETURNING line)
      SELECT line FROM recorded
      """;

  private final CountRows.Lines lines;
  private final ObjectMapper json;

  CountRecorder(CountRows.Lines lines, ObjectMapper json) {
    this.lines = lines;
    this.json = json;
  }

  /** A lot with the pieces that were counted. */
  @RegisterForReflection
  record Counted(
      UUID productId,
      @Nullable String colorCode,
      @Nullable LocalDate productionDate,
      long countedQuantity) {

    LotKey key() {
      return new LotKey(productId, colorCode, productionDate);
    }
  }

  /** Records lots of a locked stock-take, each named once, and answers their lines. */
  Uni<List<CountLine>> record(UUID count, List<Counted> counted, String actor) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(RECORD, Integer.class)
                .setParameter(1, json(counted))
                .setParameter(2, count)
                .setParameter(3, actor)
                .getResultList())
        .flatMap(
            numbers -> lines.list("countId = ?1 and line in ?2 order by line", count, numbers));
  }

  private String json(List<Counted> counted) {
    try {
      return json.writeValueAsString(counted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
