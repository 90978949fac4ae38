package io.kucun.inventory.product;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as clients see it.
 *
 * @param specifications the JSON object as it came
 * @param unit {@code piece}, {@code sheet} or {@code strip}
 * @param status {@code active} or {@code inactive}
 */
@RegisterForReflection
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
    @Nullable Instant archivedAt) {

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
        product.archivedAt);
  }

  private static BigDecimal plain(BigDecimal weight) {
    BigDecimal stripped = weight.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
