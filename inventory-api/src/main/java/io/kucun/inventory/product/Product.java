package io.kucun.inventory.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product as stored. */
@Entity
@Table(name = "product")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class Product {
  @Id UUID id;
  String code;

  @Column(name = "code_key")
  String codeKey;

  String name;

  @Column(name = "name_key")
  String nameKey;

  @Nullable String specification;
  String specifications;

  @Enumerated(EnumType.STRING)
  Unit unit;

  @Column(name = "pieces_per_unit")
  int piecesPerUnit;

  @Nullable BigDecimal weight;

  @Enumerated(EnumType.STRING)
  Status status;

  @Column(name = "low_stock_threshold")
  long lowStockThreshold;

  @Version long version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "archived_at")
  @Nullable Instant archivedAt;

  /** How a product is counted. */
  enum Unit {
    PIECE,
    SHEET,
    STRIP
  }

  /** Whether a product is offered. */
  enum Status {
    ACTIVE,
    INACTIVE
  }
}
