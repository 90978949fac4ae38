package io.kucun.local.replay;

import java.math.BigDecimal;
import java.util.Locale;

/** A line of the file, as it was understood. */
sealed interface Line {
  /** Counts from 1, the heading included. */
  long number();

  /** Goods sold on an invoice. */
  record Sale(
      long number, String invoice, Goods goods, long quantity, BigDecimal price, Customer to)
      implements Line {}

  /** Goods that came back. */
  record Return(long number, String invoice, Goods goods, long quantity) implements Line {}

  /** Neither, for a reason. */
  record Skipped(long number, SkipReason reason, String shown) implements Line {}

  /**
   * What was sold.
   *
   * @param description blank on some lines
   */
  record Goods(String code, String description) {
    /** Codes that differ only in case are one product. */
    String key() {
      return code.toUpperCase(Locale.ROOT);
    }
  }

  /**
   * Who bought it.
   *
   * @param id empty where the file has none
   */
  record Customer(String id, String country) {
    String name() {
      return (id.isEmpty() ? "Unknown customer" : "Customer " + id) + ", " + country;
    }
  }
}
