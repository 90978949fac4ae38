package io.kucun.inventory.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** New products that are created together or not at all. */
record ProductBatch(@NotEmpty @Size(max = 100) List<@NotNull @Valid ProductBody> items) {}
