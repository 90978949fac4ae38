package io.kucun.gateway.recovery;

/** A promise that was not kept to a client. */
public record Violation(Kind kind, String what) {

  /** Which promise. */
  public enum Kind {
    /** Something that the client has to get was left out. */
    GAP,
    /** Something came twice, or behind what comes after it. */
    REPEATED,
    /** Something came that the client does not listen to. */
    FOREIGN,
    /** Something came, or was said, that there is not. */
    INVENTED,
    /** It was answered otherwise than it was asked. */
    ANSWER,
    /** In the end something was still owed. */
    INCOMPLETE
  }
}
