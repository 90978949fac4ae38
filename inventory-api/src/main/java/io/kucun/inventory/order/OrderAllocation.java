package io.kucun.inventory.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a confirmed line took from a lot. */
@Entity
@Table(name = "sales_order_allocation")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
class OrderAllocation {
  @Id UUID id;

  @Column(name = "order_id")
  UUID orderId;

  int line;

  @Column(name = "lot_id")
  UUID lotId;

  long quantity;
}
