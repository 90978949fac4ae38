package io.kucun.inventory.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How clients write what tells lots apart; an empty text is no value. */
public final class LotWords {
  private static final int DATE_LENGTH = "yyyy-mm-dd".length();

  /** Before the Gregorian calendar, a day is not the same day everywhere. */
  private static final int FIRST_YEAR = 1900;

  private LotWords() {}

  /**
   * A day, or null.
   *
   * @throws ProblemException 400 at {@code pointer} for anything but {@code yyyy-mm-dd}
   */
  public static @Nullable LocalDate date(String pointer, @Nullable String text) {
    String given = blankToNull(text);
    if (given == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(given);
      if (given.length() == DATE_LENGTH && day.getYear() >= FIRST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // The refusal below covers both.
    }
    throw ProblemException.invalid(pointer, "date", WebPhrase.DATE.with(FIRST_YEAR));
  }

  /** The text in Unicode form NFC without blanks around it, or null if nothing is left. */
  public static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }
}
