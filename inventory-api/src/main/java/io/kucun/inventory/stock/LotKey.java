package io.kucun.inventory.stock;

import io.kucun.inventory.web.LotWords;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What makes two pallets interchangeable: product, colour and production date. */
record LotKey(UUID productId, @Nullable String colorCode, @Nullable LocalDate productionDate) {

  /** Reads a key as clients send it: an empty text is no value. */
  static LotKey of(UUID productId, @Nullable String colorCode, @Nullable String productionDate) {
    return new LotKey(
        productId,
        LotWords.blankToNull(colorCode),
        LotWords.date("/productionDate", productionDate));
  }
}
