package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot as clients see it; quantities are pieces. */
@RegisterForReflection
@Schema(name = "Lot")
record LotView(
    UUID id,
    UUID productId,
    @Nullable String colorCode,
    @Nullable LocalDate productionDate,
    long quantity,
    long reservedQuantity,
    long availableQuantity,
    long version) {

  static LotView of(Lot lot) {
    return new LotView(
        lot.id,
        lot.productId,
        lot.colorCode,
        lot.productionDate,
        lot.quantity,
        lot.reserved,
        lot.available(),
        lot.version);
  }
}
