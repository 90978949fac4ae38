package io.kucun.inventory.proof;

import org.jspecify.annotations.Nullable;

/** A line of an order; {@code price} in hundredths of cents. */
record Line(
    int product,
    @Nullable String color,
    @Nullable String date,
    @Nullable Goods lot,
    long quantity,
    long price,
    boolean mixed) {
  boolean accepts(Goods goods) {
    return goods.product() == product
        && (lot == null || lot.equals(goods))
        && (color == null || color.equals(goods.color()))
        && (date == null || date.equals(goods.date()));
  }

  /** Such a line could never be confirmed, and is no draft. */
  boolean contradictsItsLot() {
    return lot != null && !accepts(lot);
  }

  /** Lines that accept less choose earlier. */
  int freedom() {
    int colors = color != null ? 0 : mixed ? 2 : 1;
    return lot != null ? -1 : date != null ? colors : 3 + colors;
  }
}
