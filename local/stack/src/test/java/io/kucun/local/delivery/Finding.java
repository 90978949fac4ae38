package io.kucun.local.delivery;

/** Something that must not be. */
record Finding(Kind kind, String what) {
  /** Which promise it breaks. */
  enum Kind {
    /** A row of the ledger has no event of its own, or another one. */
    LEDGER,
    /** A change of an entity has no event, or more than one. */
    CHANGE,
    /** The offsets of a channel in PostgreSQL are not 1 to n, each once. */
    NUMBERING,
    /** Something was published that is no committed event. */
    INVENTED,
    /** An offset was published with two contents. */
    CONTENT,
    /** An event was never published. */
    LOST,
    /** An event was published again although Redis was there all the time. */
    REPEATED,
    /** Events were published in another order than that of their offsets. */
    ORDER,
    /** The events of one entity are not in the order of its versions. */
    VERSIONS,
    /** Who applies the events gets something else than the database has. */
    STATE,
    /** The log in Redis is not the end of the channel. */
    LOG,
    /** An acknowledged change is not there. */
    PROMISE
  }

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
