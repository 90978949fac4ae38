package io.kucun.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the ledger: what changed on a lot, and what it had afterwards. Never updated. */
@Entity
@Immutable
@Table(name = "stock_movement")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class Movement {
  @Id UUID id;

  /** Given by the database under the lot's lock, so it is the order of the changes. */
  @Column(insertable = false, updatable = false)
  @Nullable Long seq;

  @Column(name = "document_number")
  String documentNumber;

  @Column(name = "lot_id")
  UUID lotId;

  @Column(name = "product_id")
  UUID productId;

  @Enumerated(EnumType.STRING)
  Type type;

  @Column(name = "inbound_type")
  @Nullable String inboundType;

  long delta;

  @Column(name = "balance_after")
  long balanceAfter;

  @Column(name = "reserved_delta")
  long reservedDelta;

  @Column(name = "reserved_after")
  long reservedAfter;

  @Nullable String reason;
  @Nullable String reference;
  String actor;

  @Column(name = "occurred_at")
  Instant occurredAt;

  /** Why stock moves. */
  enum Type {
    INBOUND,
    OUTBOUND,
    ADJUSTED,
    COUNTED,
    RESERVED,
    RELEASED,
    SHIPPED;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
