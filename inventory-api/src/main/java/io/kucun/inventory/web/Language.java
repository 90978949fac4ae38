package io.kucun.inventory.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language that people are answered in. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh-Hans");

  /** Longer than any browser's; parsing costs the square of the number of ranges. */
  private static final int LONGEST = 500;

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The language's tag, as {@code Content-Language} names it. */
  public String tag() {
    return tag;
  }

  /**
   * The language that a caller wants, by the lookup of RFC 4647, section 3.4. English when the
   * header is absent, malformed or wants neither.
   *
   * @param accepted the value of {@code Accept-Language}
   */
  public static Language of(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank() || accepted.length() > LONGEST) {
      return ENGLISH;
    }
    try {
      String found =
          Locale.lookupTag(Locale.LanguageRange.parse(accepted.strip()), List.of("en", "zh"));
      return "zh".equals(found) ? CHINESE : ENGLISH;
    } catch (IllegalArgumentException e) {
      return ENGLISH;
    }
  }
}
