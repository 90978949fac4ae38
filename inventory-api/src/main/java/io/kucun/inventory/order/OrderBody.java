package io.kucun.inventory.order;

import io.kucun.inventory.web.DecimalText;
import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order as a client sends it. */
record OrderBody(
    @NotBlank @Size(max = 200) @Text String customerName,
    @Size(max = 2000) @Text @Nullable String remarks,
    @NotEmpty @Size(max = 1000) List<@NotNull @Valid Item> items) {

  /**
   * A line.
   *
   * @param quantity whole pieces
   * @param unitPrice a decimal number as text, at most four digits after the point
   */
  @Schema(name = "OrderLineBody")
  record Item(
      @NotNull UUID productId,
      @Size(max = 64) @Text @Nullable String colorCode,
      @Nullable String productionDate,
      @Nullable UUID lotId,
      @NotNull @Positive @Max(Quantity.MAX) Long quantity,
      @NotNull @DecimalText String unitPrice,
      @Nullable Boolean allowMixedColors) {}
}
