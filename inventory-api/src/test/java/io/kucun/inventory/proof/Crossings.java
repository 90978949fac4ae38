package io.kucun.inventory.proof;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes from the ledger and the history of the thresholds when each product became low on
 * stock or was restocked, and compares that with what was told: nothing missed, nothing doubled. A
 * document, which is one transaction, crosses at most once.
 */
final class Crossings {
  private static final String HISTORY =
      """
      SELECT e.key, e.data::jsonb->>'type' AS type, m.xmin::text AS document,
        m.delta - m.reserved_delta AS delta,
        (e.data::jsonb->'product'->>'lowStockThreshold')::bigint AS threshold,
        (e.data::jsonb->>'threshold')::bigint AS crossed,
        (e.data::jsonb->>'availableBefore')::bigint AS before,
        (e.data::jsonb->>'availableAfter')::bigint AS after
      FROM event e LEFT JOIN stock_movement m
        ON e.channel = 'inventory' AND m.id::text = e.data::jsonb->>'movementId'
      WHERE e.channel IN ('products', 'inventory') AND e.key = ANY($1::uuid[]::text[])
        AND (m.id IS NOT NULL OR NOT e.data::jsonb ? 'movementId')
      ORDER BY e.id
      """;

  private Crossings() {}

  /** A crossing, as recomputed or as told. */
  private record Crossing(String type, long threshold, long before, long after) {}

  /** One product, walked through from its creation. */
  private static final class Walk {
    private final List<Crossing> expected = new ArrayList<>();
    private final List<Crossing> told = new ArrayList<>();
    private long available;
    private long before;
    private long threshold;
    private @Nullable String document;

    void step(Row row) {
      String moved = row.getString("document");
      Long newThreshold = row.getLong("threshold");
      if (moved != null) {
        if (!moved.equals(document)) {
          endDocument();
          document = moved;
          before = available;
        }
        available += row.getLong("delta");
      } else if (newThreshold != null) {
        endDocument();
        if (!row.getString("type").equals("created")) {
          cross(available <= threshold, available <= newThreshold, newThreshold, available);
        }
        threshold = newThreshold;
      } else {
        told.add(
            new Crossing(
                row.getString("type"),
                row.getLong("crossed"),
                row.getLong("before"),
                row.getLong("after")));
      }
    }

    void endDocument() {
      if (document != null) {
        cross(before <= threshold, available <= threshold, threshold, before);
        document = null;
      }
    }

    private void cross(boolean wasLow, boolean isLow, long at, long from) {
      if (wasLow != isLow) {
        expected.add(new Crossing(isLow ? "low_stock" : "restocked", at, from, available));
      }
    }
  }

  /** The faults, each with its product. */
  static List<String> faults(SqlClient database, UUID[] products) {
    Map<String, Walk> walks = new LinkedHashMap<>();
    for (Row row : database.preparedQuery(HISTORY).executeAndAwait(Tuple.of((Object) products))) {
      walks.computeIfAbsent(row.getString("key"), key -> new Walk()).step(row);
    }
    List<String> faults = new ArrayList<>();
    walks.forEach((product, walk) -> {
      walk.endDocument();
      if (!walk.expected.equals(walk.told)) {
        faults.add(product + " crossed " + walk.expected + ", told was " + walk.told);
      }
    });
    return faults;
  }

  /** How often these products crossed their thresholds. */
  static long count(SqlClient database, UUID[] products) {
    return database
        .preparedQuery(
            "SELECT count(*) FROM event WHERE channel = 'inventory' AND key = ANY($1::uuid[]::text[])"
                + " AND data::jsonb->>'type' IN ('low_stock', 'restocked')")
        .executeAndAwait(Tuple.of((Object) products))
        .iterator()
        .next()
        .getLong(0);
  }
}
