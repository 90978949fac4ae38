package io.kucun.inventory.stock;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pieces of one lot that can still be taken. Counts how often it is looked at. */
final class Pile {
  final UUID id;
  final UUID productId;
  final @Nullable String colorCode;
  final @Nullable LocalDate productionDate;
  private long left;
  private int looks;

  Pile(
      UUID id,
      UUID productId,
      @Nullable String colorCode,
      @Nullable LocalDate productionDate,
      long left) {
    this.id = id;
    this.productId = productId;
    this.colorCode = colorCode;
    this.productionDate = productionDate;
    this.left = left;
  }

  static Pile of(Lot lot) {
    return new Pile(lot.id, lot.productId, lot.colorCode, lot.productionDate, lot.available());
  }

  /** A row with these columns, and what is left as {@code available}. */
  static Pile of(Row row) {
    return new Pile(
        row.getUUID("id"),
        row.getUUID("product_id"),
        row.getString("color_code"),
        row.getLocalDate("production_date"),
        row.getLong("available"));
  }

  long left() {
    looks++;
    return left;
  }

  /** Takes at most so many pieces, and tells how many these were. */
  long take(long most) {
    long taken = Math.min(most, left());
    left -= taken;
    return taken;
  }

  int looks() {
    return looks;
  }
}
