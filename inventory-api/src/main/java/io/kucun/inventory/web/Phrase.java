package io.kucun.inventory.web;

import java.util.List;

/**
 * A text for people, in every language at the place where it is defined: {@code {0}}, {@code {1}}
 * stand for values. A package keeps its phrases in one enum.
 */
public interface Phrase {
  /** The text in English. */
  String english();

  /** The text in simplified Chinese. */
  String chinese();

  /** The phrase with its values, in their order; none of them is null. */
  default Message with(Object... values) {
    return new Message(this, List.of(values));
  }
}
