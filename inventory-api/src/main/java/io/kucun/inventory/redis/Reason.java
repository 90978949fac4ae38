package io.kucun.inventory.redis;

/** Why something failed, in a few words for people. */
public final class Reason {
  private Reason() {}

  /** The first line of the failure's message, or its kind if it has none. */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
