package io.kucun.inventory.csv;

import org.jspecify.annotations.Nullable;

/** Writes one row of a file (RFC 4180). An absent value is an empty cell. */
public final class CsvLine {
  private static final String END = "\r\n";

  private final StringBuilder out = new StringBuilder();
  private boolean started;

  /** Adds a text as people wrote it; no spreadsheet takes it for a formula. */
  public CsvLine text(@Nullable String value) {
    return cell(value == null ? "" : Formula.neutralise(value));
  }

  /** Adds a number, a date or a word of ours. */
  public CsvLine plain(@Nullable Object value) {
    return cell(value == null ? "" : value.toString());
  }

  /** The line with its end. */
  @Override
  public String toString() {
    return out + END;
  }

  private CsvLine cell(String value) {
    if (started) {
      out.append(',');
    }
    started = true;
    if (needsQuotes(value)) {
      out.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      out.append(value);
    }
    return this;
  }

  /** Blanks at an end are quoted too: some readers drop bare ones. */
  private static boolean needsQuotes(String value) {
    return value.indexOf(',') >= 0
        || value.indexOf('"') >= 0
        || value.indexOf('\n') >= 0
        || value.indexOf('\r') >= 0
        || !value.equals(value.strip());
  }
}
