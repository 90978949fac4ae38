package io.kucun.inventory.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an order; lines count from 0 as they were sent. */
@Entity
@Table(name = "sales_order_item")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class OrderItem {
  @Id UUID id;

  @Column(name = "order_id")
  UUID orderId;

  int line;

  @Column(name = "product_id")
  UUID productId;

  @Column(name = "color_code")
  @Nullable String colorCode;

  @Column(name = "production_date")
  @Nullable LocalDate productionDate;

  @Column(name = "lot_id")
  @Nullable UUID lotId;

  long quantity;

  @Column(name = "unit_price")
  BigDecimal unitPrice;

  @Column(name = "allow_mixed_colors")
  boolean allowMixedColors;
}
