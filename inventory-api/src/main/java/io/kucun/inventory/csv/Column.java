package io.kucun.inventory.csv;

import io.kucun.inventory.web.Language;
import java.util.List;

/**
 * A column of a file, by the names that its header may have.
 *
 * @param name the name in English, that problems use
 * @param chinese the name in Chinese
 * @param required whether a file without it is refused
 */
public record Column(String name, String chinese, boolean required) {
  /** A column that every file has. */
  public static Column required(String name, String chinese) {
    return new Column(name, chinese, true);
  }

  /** A column that may be left out. */
  public static Column optional(String name, String chinese) {
    return new Column(name, chinese, false);
  }

  /** The names of columns in a language. */
  public static List<String> names(List<Column> columns, Language language) {
    return columns.stream()
        .map(column ->
            switch (language) {
              case ENGLISH -> column.name;
              case CHINESE -> column.chinese;
            })
        .toList();
  }

  boolean isCalled(String given) {
    String word = given.strip();
    return name.equalsIgnoreCase(word) || chinese.equals(word);
  }
}
