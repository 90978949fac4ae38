package io.kucun.inventory.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lot that gets its first pieces, with the ledger row that says so; goes to SQL as JSON. */
@RegisterForReflection
record Opened(
    UUID movementId,
    UUID lotId,
    UUID productId,
    @Nullable String colorCode,
    @Nullable LocalDate productionDate,
    long quantity,
    @Nullable String reason,
    @Nullable String reference) {}
