package io.kucun.inventory.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as stored; changed only under its row lock. */
@Entity
@Table(name = "sales_order")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class SalesOrder {
  @Id UUID id;

  @Column(name = "order_number")
  String orderNumber;

  @Enumerated(EnumType.STRING)
  OrderStatus status;

  @Column(name = "customer_name")
  String customerName;

  @Nullable String remarks;

  @Column(name = "total_amount")
  BigDecimal totalAmount;

  /** The subject that created it. */
  String owner;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  long version;
}
