package io.kucun.local.fleet;

/** Something that must not be. */
record Finding(Kind kind, String client, String what) {
  /** Which promise it breaks. */
  enum Kind {
    /** An event never came. */
    LOST,
    /** An event came again. */
    REPEATED,
    /** An event came after a later one. */
    ORDER,
    /** An event came that the client did not ask for or may not see. */
    FOREIGN,
    /** A frame that is no event that was published, and no frame of the protocol. */
    CONTENT,
    /** A client that came back was not told that it has everything. */
    NOT_RECOVERED,
    /** A client was told to read the state anew. */
    RESYNC,
    /** A socket ended without a close frame. */
    ABNORMAL,
    /** A socket ended with a code that has no place here. */
    CODE
  }

  @Override
  public String toString() {
    return kind + " " + client + ": " + what;
  }
}
