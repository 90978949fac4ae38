package io.kucun.inventory.stock;

import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lines as an order would have them, to be asked about before there is one. */
record AvailabilityBody(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Item> items) {

  /** A line. */
  @Schema(name = "AvailabilityLineBody")
  record Item(
      @NotNull UUID productId,
      @Size(max = 64) @Text @Nullable String colorCode,
      @Nullable String productionDate,
      @Nullable UUID lotId,
      @NotNull @Positive @Max(Quantity.MAX) Long quantity,
      @Nullable Boolean allowMixedColors) {}
}
