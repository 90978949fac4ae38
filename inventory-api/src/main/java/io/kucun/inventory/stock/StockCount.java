package io.kucun.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stock-take as stored; changed only under its row lock. */
@Entity
@Table(name = "stock_count")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class StockCount {
  @Id UUID id;

  @Column(name = "document_number")
  String documentNumber;

  @Nullable String name;

  @Enumerated(EnumType.STRING)
  Status status;

  /** Separated by commas; null for all products. */
  @Column(name = "product_ids")
  @Nullable String productIds;

  /** Null for all colours. */
  @Column(name = "color_code")
  @Nullable String colorCode;

  int lines;
  int posted;
  int unchanged;
  int reported;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  long version;

  /** Where a stock-take stands: an open one ends by being submitted or cancelled. */
  enum Status {
    OPEN,
    SUBMITTED,
    CANCELLED;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The products that are counted; empty for all. */
  List<UUID> products() {
    return productIds == null
        ? List.of()
        : Arrays.stream(productIds.split(",")).map(UUID::fromString).toList();
  }

  boolean covers(LotKey key) {
    List<UUID> only = products();
    return (only.isEmpty() || only.contains(key.productId()))
        && (colorCode == null || colorCode.equals(key.colorCode()));
  }
}
