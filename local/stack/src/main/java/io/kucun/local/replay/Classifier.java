package io.kucun.local.replay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Decides what a line of the <i>Online Retail</i> file means. */
final class Classifier {
  private static final int COLUMNS = 8;

  /** Postage, carriage, discounts, manual entries, samples, fees: booked like goods, but none. */
  private static final Set<String> SERVICES =
      Set.of(
          "POST",
          "DOT",
          "D",
          "M",
          "S",
          "B",
          "C2",
          "CRUK",
          "BANK CHARGES",
          "AMAZONFEE",
          "ADJUST",
          "ADJUST2",
          "TEST001",
          "TEST002");

  private Classifier() {}

  static Line classify(long number, String[] columns) {
    if (columns.length != COLUMNS) {
      return skipped(number, SkipReason.COLUMNS, columns);
    }
    String invoice = columns[0].strip();
    Line.Goods goods = new Line.Goods(columns[1].strip(), columns[2].strip());
    if (goods.code().isEmpty()) {
      return skipped(number, SkipReason.NO_CODE, columns);
    }
    if (isService(goods.key())) {
      return skipped(number, SkipReason.SERVICE, columns);
    }
    if (invoice.startsWith("A")) {
      return skipped(number, SkipReason.ADJUSTMENT, columns);
    }
    return goods(number, invoice, goods, columns);
  }

  private static Line goods(long number, String invoice, Line.Goods goods, String[] columns) {
    long quantity;
    BigDecimal price;
    try {
      quantity = Long.parseLong(columns[3].strip());
    } catch (NumberFormatException e) {
      return skipped(number, SkipReason.QUANTITY, columns);
    }
    try {
      price = new BigDecimal(columns[5].strip());
    } catch (NumberFormatException e) {
      return skipped(number, SkipReason.PRICE, columns);
    }
    if (quantity == 0) {
      return skipped(number, SkipReason.ZERO, columns);
    }
    if (price.signum() < 0) {
      return skipped(number, SkipReason.PRICE, columns);
    }
    boolean cancelled = invoice.toUpperCase(Locale.ROOT).startsWith("C");
    if (quantity < 0 || cancelled) {
      return new Line.Return(number, invoice, goods, Math.abs(quantity));
    }
    Line.Customer customer = new Line.Customer(columns[6].strip(), columns[7].strip());
    return new Line.Sale(number, invoice, goods, quantity, price, customer);
  }

  private static boolean isService(String key) {
    return SERVICES.contains(key) || key.startsWith("GIFT");
  }

  private static Line skipped(long number, SkipReason reason, String[] columns) {
    return new Line.Skipped(number, reason, String.join(",", columns));
  }
}
