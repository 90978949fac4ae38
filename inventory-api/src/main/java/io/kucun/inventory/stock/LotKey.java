package io.kucun.inventory.stock;

import io.kucun.inventory.web.LotWords;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What makes two pallets interchangeable: product, colour and production date. */
@RegisterForReflection
public record LotKey(
    UUID productId, @Nullable String colorCode, @Nullable LocalDate productionDate) {

  /**
   * Reads a key as clients send it: an empty text is no value.
   *
   * @param pointer where the key stands in the body
   */
  static LotKey of(
      String pointer, UUID productId, @Nullable String colorCode, @Nullable String productionDate) {
    return new LotKey(
        productId,
        LotWords.blankToNull(colorCode),
        LotWords.date(pointer + "/productionDate", productionDate));
  }

  static LotKey of(Lot lot) {
    return new LotKey(lot.productId, lot.colorCode, lot.productionDate);
  }
}
