package io.kucun.local.bench;

import java.io.Serial;

/** An answer that is not what is measured; the message is one readable line. */
final class UnexpectedAnswer extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnexpectedAnswer(String message) {
    super(message);
  }
}
