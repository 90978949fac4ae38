package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product of which little or nothing is available; quantities are pieces over all lots.
 *
 * @param lowStockThreshold the product's own
 * @param level {@code out_of_stock} or {@code low}
 */
@RegisterForReflection
@Schema(name = "ProductAlert")
record ProductAlert(
    UUID productId,
    String code,
    String name,
    long lowStockThreshold,
    long totalQuantity,
    long reservedQuantity,
    long availableQuantity,
    String level) {

  /** A row of {@link AlertQuery#select}. */
  static ProductAlert of(Row row) {
    long total = row.getLong("total");
    long reserved = row.getLong("reserved");
    Level level = total == reserved ? Level.OUT_OF_STOCK : Level.LOW;
    return new ProductAlert(
        row.getUUID("product_id"),
        row.getString("code"),
        row.getString("name"),
        row.getLong("threshold"),
        total,
        reserved,
        total - reserved,
        level.name().toLowerCase(Locale.ROOT));
  }

  /** How urgent it is. */
  enum Level {
    OUT_OF_STOCK,
    LOW;

    boolean isOut() {
      return this == OUT_OF_STOCK;
    }
  }
}
