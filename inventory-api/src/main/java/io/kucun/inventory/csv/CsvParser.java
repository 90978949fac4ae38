package io.kucun.inventory.csv;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.Message;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Refusal;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts characters, as they come, into records (RFC 4180): however the text is cut into pieces, the
 * records are the same. A line ends with CR LF, LF or CR. Not thread-safe.
 */
final class CsvParser {
  private static final int MOST_CELLS = 100;

  private final Records records;
  private final int longestCell;
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private State state = State.START;
  private int line = 1;
  private int firstLine = 1;
  private boolean afterReturn;
  private boolean strayQuote;

  /**
   * Starts with the first line.
   *
   * @param longestCell how many characters a cell may have
   */
  CsvParser(Records records, int longestCell) {
    this.records = records;
    this.longestCell = longestCell;
  }

  /** Where the next character stands in its cell. */
  private enum State {
    START,
    BARE,
    QUOTED,
    /** After a quote that ends the cell, or is the first of two that mean one. */
    CLOSED
  }

  /** The line of the next character. */
  int line() {
    return line;
  }

  /**
   * Takes the characters that remain in the buffer.
   *
   * @throws ProblemException 400 if a bound is passed
   */
  void accept(CharBuffer text) {
    while (text.hasRemaining()) {
      take(text.get());
    }
  }

  /**
   * Ends the file.
   *
   * @throws ProblemException 400 if a quote is still open
   */
  void end() {
    if (state == State.QUOTED) {
      throw refused("open_quote", CsvPhrase.OPEN_QUOTE.with());
    }
    if (state != State.START || !cells.isEmpty()) {
      endRecord();
    }
  }

  private void take(char c) {
    boolean endsReturn = afterReturn && c == '\n';
    afterReturn = c == '\r';
    if (afterReturn || (c == '\n' && !endsReturn)) {
      line++;
    }
    if (state == State.QUOTED) {
      takeQuoted(c);
    } else if (!endsReturn) {
      takeBare(c);
    }
  }

  private void takeQuoted(char c) {
    if (c == '"') {
      state = State.CLOSED;
    } else {
      append(c);
    }
  }

  private void takeBare(char c) {
    switch (c) {
      case ',' -> endCell();
      case '\r', '\n' -> endRecord();
      case '"' -> takeQuote();
      default -> {
        strayQuote |= state == State.CLOSED;
        state = State.BARE;
        append(c);
      }
    }
  }

  private void takeQuote() {
    if (state == State.BARE) {
      strayQuote = true;
      append('"');
      return;
    }
    if (state == State.CLOSED) {
      append('"');
    }
    state = State.QUOTED;
  }

  private void append(char c) {
    if (cell.length() == longestCell) {
      throw refused("too_long", CsvPhrase.CELL_BOUND.with(longestCell));
    }
    cell.append(c);
  }

  private void endCell() {
    if (cells.size() == MOST_CELLS) {
      throw refused("too_many_cells", CsvPhrase.COLUMN_BOUND.with(MOST_CELLS));
    }
    cells.add(cell.toString());
    cell.setLength(0);
    state = State.START;
  }

  private void endRecord() {
    endCell();
    if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
      records.add(firstLine, cells, strayQuote);
    }
    cells = new ArrayList<>(cells.size());
    strayQuote = false;
    firstLine = line;
  }

  private ProblemException refused(String code, Message message) {
    return new ProblemException(
        Refusal.of(ProblemCode.CSV_INVALID, List.of(Flaw.cell(firstLine, null, code, message))));
  }
}
