package io.kucun.inventory.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

/**
 * A column that a list is sorted by, and its value in a row. The column is never null: for one that
 * may be, take an expression such as {@code coalesce(productionDate, date '9999-12-31')} and index
 * that.
 *
 * @param expression the column, in the language of the list's query
 * @param value the value in a row
 * @param parse reads a value back from its text; an {@link IllegalArgumentException} or {@link
 *     java.time.DateTimeException} refuses it
 * @param <R> the type of a row
 */
public record Key<R>(
    String expression, Function<R, ?> value, Function<String, ? extends Object> parse) {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  /** A text. */
  public static <R> Key<R> text(String expression, Function<R, String> value) {
    return new Key<>(expression, value, Key::storable);
  }

  /** A whole number. */
  public static <R> Key<R> number(String expression, Function<R, Long> value) {
    return new Key<>(expression, value, Long::valueOf);
  }

  /** An id. */
  public static <R> Key<R> id(String expression, Function<R, UUID> value) {
    return new Key<>(expression, value, UUID::fromString);
  }

  /** An instant, exact to the microsecond as it is stored. */
  public static <R> Key<R> instant(String expression, Function<R, Instant> value) {
    return new Key<>(expression, value, Key::storableInstant);
  }

  /** A date. */
  public static <R> Key<R> date(String expression, Function<R, LocalDate> value) {
    return new Key<>(expression, value, Key::storableDate);
  }

  /** PostgreSQL fails on a text with a NUL or half of a surrogate pair. */
  private static String storable(String text) {
    if (text.codePoints().anyMatch(point -> point == 0 || isHalf(point))) {
      throw new IllegalArgumentException("No stored text");
    }
    return text;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static Instant storableInstant(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST)
        || instant.isAfter(LAST)
        || !instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException("No stored instant");
    }
    return instant;
  }

  private static LocalDate storableDate(String text) {
    LocalDate date = LocalDate.parse(text);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException("No stored date");
    }
    return date;
  }
}
