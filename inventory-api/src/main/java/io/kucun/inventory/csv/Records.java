package io.kucun.inventory.csv;

import java.util.List;

/** Takes the records of a file, in their order. */
interface Records {
  /**
   * One record that is not an empty line.
   *
   * @param line the line where it starts, counted from 1
   * @param strayQuote whether a quote stands where none may be
   */
  void add(int line, List<String> cells, boolean strayQuote);
}
