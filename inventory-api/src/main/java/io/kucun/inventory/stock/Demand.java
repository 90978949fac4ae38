package io.kucun.inventory.stock;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that one line of a document needs.
 *
 * @param line what tells the line from others
 * @param pointer the JSON pointer by which a shortage names the line
 * @param colorCode only this colour; null for any one colour
 * @param productionDate only this day; null for any
 * @param lotId only this lot; null for any
 * @param allowMixedColors whether one line may be made up of several colours
 */
public record Demand(
    int line,
    String pointer,
    UUID productId,
    @Nullable String colorCode,
    @Nullable LocalDate productionDate,
    @Nullable UUID lotId,
    long quantity,
    boolean allowMixedColors) {

  boolean accepts(Lot lot) {
    return lot.productId.equals(productId)
        && (lotId == null || lotId.equals(lot.id))
        && (colorCode == null || colorCode.equals(lot.colorCode))
        && (productionDate == null || productionDate.equals(lot.productionDate));
  }

  /** The fewer lots a line may take, the earlier it chooses. */
  int freedom() {
    if (lotId != null) {
      return 0;
    }
    int colors = colorCode != null ? 0 : allowMixedColors ? 2 : 1;
    return 1 + (productionDate == null ? 3 : 0) + colors;
  }
}
