package io.kucun.gateway.protocol;

import org.jspecify.annotations.Nullable;

/** A text frame that is not a command. Its message is meant for the client. */
public final class BadCommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient @Nullable CommandId id;

  BadCommandException(ErrorCode code, String message, @Nullable CommandId id) {
    // A client's mistake is no event of ours: no stack trace, so that refusing one stays cheap.
    super(message, null, false, false);
    this.code = code;
    this.id = id;
  }

  BadCommandException withId(@Nullable CommandId known) {
    return id != null || known == null ? this : new BadCommandException(code, text(), known);
  }

  public ErrorCode code() {
    return code;
  }

  public @Nullable CommandId id() {
    return id;
  }

  public String text() {
    return String.valueOf(getMessage());
  }
}
