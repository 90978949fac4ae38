package io.kucun.inventory.startup;

/** The tables that were found are none that this release can ever work with. */
final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A line that names the variable, what is wrong, and what to do. */
  SchemaException(String found, String remedy) {
    super("DATABASE_URL leads to " + found + ": " + remedy);
  }
}
