package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot as it stands in a list: with the words of its product. Quantities are pieces. */
@RegisterForReflection
@Schema(name = "ListedLot")
record ListedLot(
    UUID id,
    UUID productId,
    String productCode,
    String productName,
    @Nullable String colorCode,
    @Nullable LocalDate productionDate,
    long quantity,
    long reservedQuantity,
    long availableQuantity,
    long version) {

  /** A row of {@link LotQuery#select}. */
  static ListedLot of(Row row) {
    long quantity = row.getLong("quantity");
    long reserved = row.getLong("reserved");
    return new ListedLot(
        row.getUUID("id"),
        row.getUUID("product_id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("color_code"),
        row.getLocalDate("production_date"),
        quantity,
        reserved,
        quantity - reserved,
        row.getLong("version"));
  }
}
