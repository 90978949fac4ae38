package io.kucun.local.replay;

/** Why a line is not replayed. */
enum SkipReason {
  COLUMNS("not 8 columns"),
  QUANTITY("quantity is no whole number"),
  ZERO("quantity is 0"),
  PRICE("price is no number, or negative"),
  NO_CODE("no stock code"),
  SERVICE("service code, not goods"),
  ADJUSTMENT("bad-debt adjustment, not goods"),
  ARCHIVED("product is archived");

  private final String text;

  SkipReason(String text) {
    this.text = text;
  }

  /** The words of the summary. */
  String text() {
    return text;
  }
}
