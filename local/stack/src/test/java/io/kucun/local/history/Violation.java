package io.kucun.local.history;

import io.kucun.local.history.History.Seen;

/**
 * A read that cannot be.
 *
 * @param bound what it had to show at least, or at most
 * @param lateMillis how long before it began the bound was set
 */
record Violation(Kind kind, Seen read, long bound, long lateMillis) {
  /** What is wrong with it. */
  enum Kind {
    /** Older than a write that was acknowledged before. */
    STALE,
    /** Newer than anything that anybody had written. */
    INVENTED,
    /** Of something that was never made. */
    UNKNOWN
  }

  @Override
  public String toString() {
    return "%s: %s of %s is %d, bound %d set %d ms before, %s"
        .formatted(
            kind,
            read.register().kind(),
            read.register().product(),
            read.number(),
            bound,
            lateMillis,
            read.where());
  }
}
