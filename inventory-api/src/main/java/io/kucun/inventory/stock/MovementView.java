package io.kucun.inventory.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ledger row as clients see it.
 *
 * @param type why stock moved: {@code inbound}, {@code outbound}, {@code adjusted}, {@code
 *     counted}, {@code reserved}, {@code released} or {@code shipped}
 * @param inboundType {@code normal}, {@code return} or {@code adjust}; absent for other types
 * @param delta pieces, negative when they leave
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Movement")
public record MovementView(
    UUID id,
    String documentNumber,
    UUID lotId,
    UUID productId,
    String type,
    @Nullable String inboundType,
    long delta,
    long balanceAfter,
    long reservedDelta,
    long reservedAfter,
    @Nullable String reason,
    @Nullable String reference,
    String actor,
    Instant occurredAt) {

  /** A row of {@link MovementQuery#SELECT}. */
  static MovementView of(Row row) {
    return new MovementView(
        row.getUUID("id"),
        row.getString("document_number"),
        row.getUUID("lot_id"),
        row.getUUID("product_id"),
        row.getString("type").toLowerCase(Locale.ROOT),
        row.getString("inbound_type"),
        row.getLong("delta"),
        row.getLong("balance_after"),
        row.getLong("reserved_delta"),
        row.getLong("reserved_after"),
        row.getString("reason"),
        row.getString("reference"),
        row.getString("actor"),
        row.getOffsetDateTime("occurred_at").toInstant());
  }

  static MovementView of(Movement movement) {
    return new MovementView(
        movement.id,
        movement.documentNumber,
        movement.lotId,
        movement.productId,
        movement.type.wire(),
        movement.inboundType,
        movement.delta,
        movement.balanceAfter,
        movement.reservedDelta,
        movement.reservedAfter,
        movement.reason,
        movement.reference,
        movement.actor,
        movement.occurredAt);
  }
}
