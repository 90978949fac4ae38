package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product's stock in pieces: altogether, by colour and by lot.
 *
 * @param colorCount how many colours have pieces
 * @param colors the first of them
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
    int colorCount,
    List<ByColor> colors,
    int lotCount,
    List<LotView> lots) {

  /** The stock of one colour; null for pieces without a colour code. */
  @RegisterForReflection
  @Schema(name = "ByColor")
  record ByColor(
      @Nullable String colorCode,
      long totalQuantity,
      long reservedQuantity,
      long availableQuantity) {}
}
