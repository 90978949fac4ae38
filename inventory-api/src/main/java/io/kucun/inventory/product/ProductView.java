package io.kucun.inventory.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product as clients see it.
 *
 * @param specifications the JSON object as it came
 * @param unit {@code piece}, {@code sheet} or {@code strip}
 * @param status {@code active} or {@code inactive}
 * @param inventory its stock; absent unless it was asked for
 */
@RegisterForReflection
@Schema(name = "Product")
public record ProductView(
    UUID id,
    String code,
    String name,
    @Nullable String specification,
    @JsonRawValue String specifications,
    String unit,
    int piecesPerUnit,
    @Nullable BigDecimal weight,
    String status,
    long lowStockThreshold,
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant archivedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Inventory inventory) {

  /** A product's pieces over all lots. */
  @RegisterForReflection
  @Schema(name = "ProductInventory")
  public record Inventory(long totalQuantity, long reservedQuantity, long availableQuantity) {
    private static Inventory of(Row row) {
      long total = row.getLong("total");
      long reserved = row.getLong("reserved");
      return new Inventory(total, reserved, total - reserved);
    }
  }

  /** A row of {@link ProductSelect}. */
  static ProductView of(Row row, boolean withStock) {
    BigDecimal weight = row.getBigDecimal("weight");
    OffsetDateTime archivedAt = row.getOffsetDateTime("archived_at");
    return new ProductView(
        row.getUUID("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("specification"),
        row.getString("specifications"),
        row.getString("unit").toLowerCase(Locale.ROOT),
        row.getInteger("pieces_per_unit"),
        weight == null ? null : plain(weight),
        row.getString("status").toLowerCase(Locale.ROOT),
        row.getLong("low_stock_threshold"),
        row.getLong("version"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        archivedAt == null ? null : archivedAt.toInstant(),
        withStock ? Inventory.of(row) : null);
  }

  static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static ProductView of(Product product) {
    return new ProductView(
        product.id,
        product.code,
        product.name,
        product.specification,
        product.specifications,
        product.unit.name().toLowerCase(Locale.ROOT),
        product.piecesPerUnit,
        product.weight == null ? null : plain(product.weight),
        product.status.name().toLowerCase(Locale.ROOT),
        product.lowStockThreshold,
        product.version,
        product.createdAt,
        product.updatedAt,
        product.archivedAt,
        null);
  }

  private static BigDecimal plain(BigDecimal weight) {
    BigDecimal stripped = weight.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
