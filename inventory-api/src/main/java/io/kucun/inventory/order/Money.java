package io.kucun.inventory.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Decimal amounts: prices with up to four digits after the point, totals with two, rounded half up.
 */
final class Money {
  private static final int CENTS = 2;
  private static final Pattern STORED = Pattern.compile("\\d{1,36}\\.\\d{2}");

  private Money() {}

  static BigDecimal price(String text) {
    return new BigDecimal(text);
  }

  /**
   * A total as it is stored, read back from its text.
   *
   * @throws IllegalArgumentException if no order can have it
   */
  static BigDecimal storedTotal(String text) {
    if (!STORED.matcher(text).matches()) {
      throw new IllegalArgumentException("No stored total");
    }
    return new BigDecimal(text);
  }

  /** At least two digits after the point, more only where they count. */
  static String price(BigDecimal price) {
    BigDecimal stripped = price.stripTrailingZeros();
    return stripped
        .setScale(Math.max(CENTS, stripped.scale()), RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /** The sum over all lines, rounded once. */
  static BigDecimal total(Iterable<OrderItem> items) {
    BigDecimal sum = BigDecimal.ZERO;
    for (OrderItem item : items) {
      sum = sum.add(item.unitPrice.multiply(BigDecimal.valueOf(item.quantity)));
    }
    return sum.setScale(CENTS, RoundingMode.HALF_UP);
  }
}
