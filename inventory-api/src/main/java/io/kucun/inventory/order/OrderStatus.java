package io.kucun.inventory.order;

import java.util.Locale;

/** Where an order stands, and where it can go from there. */
enum OrderStatus {
  DRAFT,
  CONFIRMED,
  SHIPPED,
  COMPLETED,
  CANCELLED;

  boolean canBecome(OrderStatus next) {
    return switch (next) {
      case DRAFT -> false;
      case CONFIRMED -> this == DRAFT;
      case SHIPPED -> this == CONFIRMED;
      case COMPLETED -> this == SHIPPED;
      case CANCELLED -> this == DRAFT || this == CONFIRMED;
    };
  }

  /** What people call it. */
  OrderPhrase words() {
    return OrderPhrase.valueOf(name());
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
