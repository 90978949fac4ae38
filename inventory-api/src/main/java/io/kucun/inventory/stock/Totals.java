package io.kucun.inventory.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A product's stock over all its lots; locked before any of them. */
@Entity
@Table(name = "product_stock")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class Totals {
  @Id
  @Column(name = "product_id")
  UUID productId;

  long total;
  long reserved;

  long available() {
    return total - reserved;
  }
}
