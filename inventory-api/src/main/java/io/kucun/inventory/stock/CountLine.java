package io.kucun.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lot as it was counted. Lines count from 1 as they came. */
@Entity
@Table(name = "stock_count_line")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class CountLine {
  @Id UUID id;

  @Column(name = "count_id")
  UUID countId;

  int line;

  @Column(name = "product_id")
  UUID productId;

  @Column(name = "color_code")
  @Nullable String colorCode;

  @Column(name = "production_date")
  @Nullable LocalDate productionDate;

  /** What the system said when the lot was counted. */
  @Column(name = "system_quantity")
  long systemQuantity;

  /** The lot's last ledger row when it was counted; 0 for none. */
  @Column(name = "ledger_seq")
  long ledgerSeq;

  @Column(name = "counted_quantity")
  long countedQuantity;

  @Column(name = "counted_by")
  String countedBy;

  @Column(name = "counted_at")
  Instant countedAt;

  /** Null until the count is submitted. */
  @Enumerated(EnumType.STRING)
  @Nullable Outcome outcome;

  LotKey key() {
    return new LotKey(productId, colorCode, productionDate);
  }

  /** What submitting did with a line. */
  enum Outcome {
    POSTED,
    UNCHANGED,
    /** Reported: the quantity has moved since it was counted. */
    MOVED,
    /** Reported: fewer were counted than are reserved. */
    BELOW_RESERVED,
    /** Reported: more were found of a product that takes no new stock. */
    PRODUCT_ARCHIVED,
    /** Reported: the product's stock would be too large. */
    TOO_LARGE;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
