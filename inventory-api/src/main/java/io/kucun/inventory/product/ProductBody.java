package io.kucun.inventory.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.inventory.web.Printable;
import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.Text;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as a client sends it. What is left out gets its default: piece, one piece per unit,
 * active, threshold 0.
 *
 * @param weight kilograms per unit; the count of digits alone overflows for exponents such as
 *     1e2147483648
 * @param lowStockThreshold pieces; at or below it the product is low on stock
 */
record ProductBody(
    @NotBlank @Size(max = 64) @Printable String code,
    @NotBlank @Size(max = 200) @Text String name,
    @Size(max = 200) @Text @Nullable String specification,
    @Nullable ObjectNode specifications,
    @Pattern(regexp = "piece|sheet|strip") @Nullable String unit,
    @Min(1) @Max(1_000_000) @Nullable Integer piecesPerUnit,
    @PositiveOrZero @Max(9_999_999_999L) @Digits(integer = 10, fraction = 4)
        @Nullable BigDecimal weight,
    @Pattern(regexp = "active|inactive") @Nullable String status,
    @PositiveOrZero @Max(Quantity.MAX) @Nullable Long lowStockThreshold) {}
