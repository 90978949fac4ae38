package io.kucun.inventory.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the rows of one file mean. One reader reads one file, so it may remember what it has
 * seen.
 *
 * @param <R> what a row becomes; as little as is needed, because all of a file's are kept
 */
public interface RowReader<R> {
  /** The columns that the file may have, in any order. */
  List<Column> columns();

  /** Reads a row, or says what is wrong with it; null if it is of no use. */
  @Nullable R read(Row row);
}
