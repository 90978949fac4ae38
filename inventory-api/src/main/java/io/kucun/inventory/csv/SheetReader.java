package io.kucun.inventory.csv;

import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes rows of records: the first one names the columns.
 *
 * @param <R> what a row becomes
 */
final class SheetReader<R> implements Records {
  private final RowReader<R> reader;
  private final int mostRows;
  private final Flaws flaws = new Flaws();
  private final List<R> rows = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int width;
  private int count;

  SheetReader(RowReader<R> reader, int mostRows) {
    this.reader = reader;
    this.mostRows = mostRows;
  }

  @Override
  public void add(int line, List<String> cells, boolean strayQuote) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (width == 0) {
      header(line, cells);
      return;
    }
    if (++count > mostRows) {
      throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, CsvPhrase.ROW_BOUND.with(mostRows));
    }
    if (strayQuote) {
      flaws.add(line, null, "stray_quote", CsvPhrase.STRAY_QUOTE.with());
    } else if (cells.size() != width) {
      flaws.add(line, null, "width", CsvPhrase.WIDTH.with(cells.size(), width));
    } else {
      R row = reader.read(new Row(line, cells, places, flaws));
      if (row != null) {
        rows.add(row);
      }
    }
  }

  /**
   * Ends the file.
   *
   * @throws ProblemException 400 if it has no header
   */
  Sheet<R> end(String digest) {
    if (width == 0) {
      flaws.add(1, null, "no_header", CsvPhrase.NO_HEADER.with());
      flaws.raise();
    }
    return new Sheet<>(rows, count, flaws, digest);
  }

  /** Nothing can be said of the rows if it is not known what stands where. */
  private void header(int line, List<String> names) {
    width = names.size();
    List<String> known = reader.columns().stream().map(Column::name).toList();
    for (int place = 0; place < width; place++) {
      String given = names.get(place);
      String column =
          reader.columns().stream()
              .filter(one -> one.isCalled(given))
              .map(Column::name)
              .findFirst()
              .orElse("");
      if (column.isEmpty()) {
        flaws.add(line, given, "unknown_column", CsvPhrase.UNKNOWN_COLUMN.with(given, known));
      } else if (places.putIfAbsent(column, place) != null) {
        flaws.add(line, column, "repeated_column", CsvPhrase.REPEATED_COLUMN.with(column));
      }
    }
    reader.columns().stream()
        .filter(column -> column.required() && !places.containsKey(column.name()))
        .forEach(column ->
            flaws.add(
                line,
                column.name(),
                "missing_column",
                CsvPhrase.MISSING_COLUMN.with(column.name())));
    flaws.raise();
  }
}
