package io.kucun.inventory.web;

import java.util.List;

/** A text that is the same in every language. */
record Verbatim(String english) implements Phrase {
  @Override
  public String chinese() {
    return english;
  }

  static Message message(String text) {
    return new Message(new Verbatim(text), List.of());
  }
}
