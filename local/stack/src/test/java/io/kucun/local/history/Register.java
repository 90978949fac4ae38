package io.kucun.local.history;

/**
 * A number of a product that only grows, each write adds one to it.
 *
 * @param product its id
 */
record Register(String product, Kind kind) {
  /** Which number. */
  enum Kind {
    /** Of the product's own fields. */
    VERSION,
    /** Pieces of the one lot. */
    STOCK
  }

  /** Both numbers are those of one product. */
  static Register version(String product) {
    return new Register(product, Kind.VERSION);
  }

  static Register stock(String product) {
    return new Register(product, Kind.STOCK);
  }
}
