package io.kucun.local.stack;

import java.io.Serial;

/** Something the user can do something about; the message is one readable line. */
public final class StackException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With the line to show. */
  public StackException(String message) {
    super(message);
  }
}
