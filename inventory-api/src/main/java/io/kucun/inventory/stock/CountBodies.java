package io.kucun.inventory.stock;

import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What clients send to take stock. */
final class CountBodies {
  private CountBodies() {}

  /**
   * A new stock-take.
   *
   * @param productIds only these products; none for all
   * @param colorCode only this colour; none for all
   */
  @Schema(name = "CountStart")
  record Start(
      @Size(max = 200) @Text @Nullable String name,
      @Size(max = 100) @Nullable List<@NotNull UUID> productIds,
      @Size(max = 64) @Text @Nullable String colorCode) {}

  /** Lots that were counted; one that was counted before is counted anew. */
  @Schema(name = "CountLines")
  record Lines(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Line> lines) {}

  /** A lot with the pieces that are really there; it need not be known to the system. */
  @Schema(name = "CountLineBody")
  record Line(
      @NotNull UUID productId,
      @Size(max = 64) @Text @Nullable String colorCode,
      @Nullable String productionDate,
      @NotNull @PositiveOrZero @Max(Quantity.MAX) Long countedQuantity) {}
}
