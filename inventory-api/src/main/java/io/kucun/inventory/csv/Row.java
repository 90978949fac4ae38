package io.kucun.inventory.csv;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.Message;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of a file, by the names of its columns; an empty cell is no value. */
public final class Row {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

  private final int line;
  private final List<String> cells;
  private final Map<String, Integer> places;
  private final Flaws flaws;
  private final Set<@Nullable String> faulty = new HashSet<>();

  Row(int line, List<String> cells, Map<String, Integer> places, Flaws flaws) {
    this.line = line;
    this.cells = cells;
    this.places = places;
    this.flaws = flaws;
  }

  /** The line where the row starts, counted from 1. */
  public int line() {
    return line;
  }

  /** The text of a cell, as it was before a spreadsheet was kept from taking it for a formula. */
  public @Nullable String text(String column) {
    Integer place = places.get(column);
    String cell = place == null ? "" : cells.get(place);
    return cell.isEmpty() ? null : Formula.restore(cell);
  }

  /** The whole number in a cell. */
  public @Nullable Long whole(String column) {
    String text = stripped(column);
    if (text == null || WHOLE.matcher(text).matches()) {
      return text == null ? null : Long.valueOf(text);
    }
    flaw(column, "wrong_type", CsvPhrase.WHOLE_NUMBER.with(column));
    return null;
  }

  /** The number in a cell. */
  public @Nullable BigDecimal decimal(String column) {
    String text = stripped(column);
    if (text == null || DECIMAL.matcher(text).matches()) {
      return text == null ? null : new BigDecimal(text);
    }
    flaw(column, "wrong_type", CsvPhrase.NUMBER.with(column));
    return null;
  }

  /** Says what is wrong with the row, and with which column if it is just one. */
  public void flaw(@Nullable String column, String code, Message message) {
    faulty.add(column);
    flaws.add(line, column, code, message);
  }

  /** Says that a cell needs a value. */
  public void missing(String column) {
    flaw(column, "not_null", CsvPhrase.NO_VALUE.with(column));
  }

  /**
   * Says what is wrong with the value that was made of the row: its fields are the columns. What
   * could not be read at all has been told already.
   */
  public void flaws(List<Flaw> found) {
    Set<@Nullable String> told = new HashSet<>(faulty);
    for (Flaw flaw : found) {
      String pointer = flaw.pointer();
      String column = pointer == null || pointer.isEmpty() ? null : pointer.substring(1);
      if (!told.contains(column)) {
        flaw(column, flaw.code(), flaw.message());
      }
    }
  }

  /** Whether nothing is wrong so far. */
  public boolean isSound() {
    return !flaws.has(line);
  }

  /** Whether nothing is wrong with this column so far. */
  public boolean isSound(String column) {
    return !faulty.contains(column);
  }

  private @Nullable String stripped(String column) {
    String text = text(column);
    return text == null || text.isBlank() ? null : text.strip();
  }
}
