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

  /** What lines without a named lot choose by; null for any. */
  record Choice(UUID productId, @Nullable String colorCode, @Nullable LocalDate productionDate) {}

  Choice choice() {
    return new Choice(productId, colorCode, productionDate);
  }

  /** The choice that the pile is part of, for lines that name the same properties as this one. */
  Choice choice(Pile pile) {
    return new Choice(
        pile.productId,
        colorCode == null ? null : pile.colorCode,
        productionDate == null ? null : pile.productionDate);
  }

  boolean accepts(Pile pile) {
    return (lotId == null || lotId.equals(pile.id)) && choice().equals(choice(pile));
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
