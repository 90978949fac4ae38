package io.kucun.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What subscribers of the channel {@code inventory} are told. */
sealed interface StockEvent {

  /** A lot changed: exactly one for each ledger row. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LotChanged(
      String type,
      UUID id,
      UUID productId,
      String code,
      @Nullable String colorCode,
      @Nullable LocalDate productionDate,
      long version,
      String actor,
      Instant occurredAt,
      UUID movementId,
      String documentNumber,
      long delta,
      long reservedDelta,
      Level before,
      Level after,
      @Nullable String reason,
      @Nullable String reference)
      implements StockEvent {}

  /**
   * What a product has available fell to its threshold ({@code low_stock}) or rose above it ({@code
   * restocked}).
   */
  @RegisterForReflection
  record ThresholdCrossed(
      String type,
      UUID id,
      UUID productId,
      String code,
      long version,
      String actor,
      Instant occurredAt,
      long threshold,
      long availableBefore,
      long availableAfter)
      implements StockEvent {}

  /** Pieces of a lot at one moment. */
  @RegisterForReflection
  record Level(long quantity, long reserved) {}
}
