package io.kucun.gateway.hub;

/** What becomes of a wish to go on from a position: where the past came from, or why not. */
public enum ResumeOutcome {
  /** Everything missed was in memory. */
  MEMORY(true),
  /** Everything missed was there after older events had been read. */
  LOG(true),
  /** The position is of another numbering. */
  OTHER_EPOCH(false),
  /** Nobody knows of an event that late. */
  AHEAD(false),
  /** Some of what was missed is kept nowhere, or with a gap. */
  GONE(false),
  /** More was missed than is replayed to one client. */
  TOO_LARGE(false),
  /** What was missed lies before what the client was given on this connection. */
  OUT_OF_ORDER(false),
  /** Older events could not be read in time. */
  UNREACHABLE(false),
  /** So many older events were asked for that there was no room to read more. */
  NO_ROOM(false);

  private final boolean recovered;

  ResumeOutcome(boolean recovered) {
    this.recovered = recovered;
  }

  public boolean isRecovered() {
    return recovered;
  }
}
