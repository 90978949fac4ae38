package io.kucun.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one product, colour and production date. Changed only by a {@link Posting}, under its
 * lock, and set once by {@link OpeningStock}. Its version counts its ledger rows.
 */
@Entity
@Table(name = "stock_lot")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class Lot {
  @Id UUID id;

  @Column(name = "product_id")
  UUID productId;

  @Column(name = "color_code")
  @Nullable String colorCode;

  @Column(name = "production_date")
  @Nullable LocalDate productionDate;

  long quantity;
  long reserved;
  long version;

  long available() {
    return quantity - reserved;
  }
}
