package io.kucun.inventory.startup;

/** The database that was found takes no changes. */
final class ReadOnlyException extends RuntimeException {
  static final String REASON = "it can only be read";

  private static final long serialVersionUID = 1;

  ReadOnlyException() {
    super(REASON);
  }
}
