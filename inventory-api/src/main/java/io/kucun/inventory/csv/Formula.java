package io.kucun.inventory.csv;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from taking a text for a formula: an apostrophe is put before a text that
 * begins like one, and taken off when the text comes back.
 */
final class Formula {
  /** One that is behind apostrophes already gets one more, so that each comes back as it was. */
  private static final Pattern BARE = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

  private Formula() {}

  static String neutralise(String text) {
    return BARE.matcher(text).matches() ? "'" + text : text;
  }

  static String restore(String text) {
    return text.startsWith("'") && BARE.matcher(text).matches() ? text.substring(1) : text;
  }
}
