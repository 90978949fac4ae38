package io.kucun.inventory.web;

import org.jspecify.annotations.Nullable;

/**
 * One faulty place of a request and what is wrong there: a place in the body, a query parameter, or
 * a line of a file.
 *
 * @param pointer a JSON pointer (RFC 6901) into the body
 * @param parameter the name of a query parameter
 * @param line the line of a file, counted from 1
 * @param column the name of a file's column
 * @param code the stable code of what is wrong
 * @param message what is wrong
 */
public record Flaw(
    @Nullable String pointer,
    @Nullable String parameter,
    @Nullable Integer line,
    @Nullable String column,
    String code,
    Message message) {

  /** A flaw of the body. */
  public static Flaw at(String pointer, String code, Message message) {
    return new Flaw(pointer, null, null, null, code, message);
  }

  /** A flaw of a query parameter. */
  public static Flaw parameter(String name, String code, Message message) {
    return new Flaw(null, name, null, null, code, message);
  }

  /** A flaw of a file's line, and of one column there if there is just one. */
  public static Flaw cell(int line, @Nullable String column, String code, Message message) {
    return new Flaw(null, null, line, column, code, message);
  }

  /** What texts call the place at a pointer. */
  static Object place(String pointer) {
    return pointer.isEmpty() ? WebPhrase.THE_BODY.with() : pointer.substring(1);
  }

  Problem.Fault in(Language language) {
    return new Problem.Fault(pointer, parameter, line, column, code, message.in(language));
  }
}
