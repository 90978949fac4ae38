package io.kucun.inventory.redis;

import java.util.regex.Pattern;

/** Why something failed, in a few words for people. */
public final class Reason {
  /** What epoll puts before what people know. */
  private static final Pattern SYSTEM_CALL =
      Pattern.compile("^\\w+\\(\\.\\.\\) failed with error\\(-\\d+\\): ");

  private Reason() {}

  /** The first line of the failure's message, or its kind if it has none. */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : SYSTEM_CALL.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
  }
}
