package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product's stock in pieces: altogether, by colour and by lot.
 *
 * @param lotCount how many lots have pieces
 * @param lots the first of them
 */
@RegisterForReflection
@Schema(name = "StockSummary")
record StockSummary(
    UUID productId,
    long totalQuantity,
    long reservedQuantity,
    long availableQuantity,
    List<ByColor> colors,
    int lotCount,
    List<LotView> lots) {
  private static final int MOST_LOTS = 1_000;

  /** The stock of one colour; null for pieces without a colour code. */
  @RegisterForReflection
  @Schema(name = "ByColor")
  record ByColor(
      @Nullable String colorCode,
      long totalQuantity,
      long reservedQuantity,
      long availableQuantity) {

    private ByColor plus(Lot lot) {
      return new ByColor(
          colorCode,
          totalQuantity + lot.quantity,
          reservedQuantity + lot.reserved,
          availableQuantity + lot.available());
    }
  }

  static StockSummary of(UUID productId, List<Lot> lots) {
    Map<String, ByColor> colors = new TreeMap<>();
    ByColor all = new ByColor(null, 0, 0, 0);
    for (Lot lot : lots) {
      String color = lot.colorCode == null ? "" : lot.colorCode;
      colors.putIfAbsent(color, new ByColor(lot.colorCode, 0, 0, 0));
      colors.computeIfPresent(color, (key, sum) -> sum.plus(lot));
      all = all.plus(lot);
    }
    return new StockSummary(
        productId,
        all.totalQuantity(),
        all.reservedQuantity(),
        all.availableQuantity(),
        List.copyOf(colors.values()),
        lots.size(),
        lots.stream().limit(MOST_LOTS).map(LotView::of).toList());
  }
}
