package io.kucun.inventory.stock;

import io.kucun.inventory.web.Printable;
import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a file says of a lot: how many pieces it has to begin with.
 *
 * @param line where the row starts
 */
record OpeningRow(
    int line,
    @Size(max = 64) @Printable String productCode,
    @Size(max = 64) @Text @Nullable String colorCode,
    @Nullable LocalDate productionDate,
    @NotNull @PositiveOrZero @Max(Quantity.MAX) Long quantity,
    @Size(max = 500) @Text @Nullable String reason,
    @Size(max = 200) @Text @Nullable String reference) {}
