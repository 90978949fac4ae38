package io.kucun.inventory.stock;

import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What clients send to move stock; quantities are whole pieces. */
final class StockBodies {
  private static final int MOST_LINES = 100;

  private StockBodies() {}

  /** Pieces arrive; without a type, normally. */
  @Schema(name = "Inbound")
  record Inbound(
      @NotNull UUID productId,
      @Size(max = 64) @Text @Nullable String colorCode,
      @Nullable String productionDate,
      @NotNull @Positive @Max(Quantity.MAX) Long quantity,
      @Pattern(regexp = "normal|return|adjust") @Nullable String type,
      @Size(max = 500) @Text @Nullable String reason,
      @Size(max = 200) @Text @Nullable String reference) {}

  /** Pieces leave. */
  @Schema(name = "Outbound")
  record Outbound(
      @NotNull UUID productId,
      @Size(max = 64) @Text @Nullable String colorCode,
      @Nullable String productionDate,
      @NotNull @Positive @Max(Quantity.MAX) Long quantity,
      @Size(max = 500) @Text @Nullable String reason,
      @Size(max = 200) @Text @Nullable String reference) {}

  /** The lot is corrected: by a difference, or to a quantity if it still has the expected one. */
  @Schema(name = "Adjustment")
  record Adjustment(
      @NotNull UUID productId,
      @Size(max = 64) @Text @Nullable String colorCode,
      @Nullable String productionDate,
      @Min(-Quantity.MAX) @Max(Quantity.MAX) @Nullable Long delta,
      @PositiveOrZero @Max(Quantity.MAX) @Nullable Long quantity,
      @PositiveOrZero @Max(Quantity.MAX) @Nullable Long expectedQuantity,
      @Size(max = 500) @Text @Nullable String reason,
      @Size(max = 200) @Text @Nullable String reference) {}

  /** Arrivals that are posted together or not at all. */
  record InboundBatch(@NotEmpty @Size(max = MOST_LINES) List<@NotNull @Valid Inbound> items) {}

  /** Corrections that are posted together or not at all. */
  record AdjustmentBatch(
      @NotEmpty @Size(max = MOST_LINES) List<@NotNull @Valid Adjustment> items) {}
}
