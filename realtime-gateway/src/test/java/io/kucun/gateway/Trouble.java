package io.kucun.gateway;

/** One thing that goes wrong between Redis and the gateways. */
enum Trouble {
  /** Redis cuts every subscription. */
  LINK_KILLED(false),
  /** Redis cuts every connection that commands go over, also the relay's. */
  READERS_KILLED(false),
  /** Messages come again. */
  REPEATED(false),
  /** Several messages in a row reach nobody. */
  BURST_LOST(false),
  /** One gateway is replaced by another, which knows nothing. */
  SECOND_RESTARTED(false),
  /** Redis crashes and keeps everything. */
  CRASHED(false),
  /** Redis stands still for a moment. */
  FROZEN(false),
  /** Redis stands still until the gateways give their links up. */
  FROZEN_LONG(false),
  /** A gateway stands still, until Redis cuts its subscription for what waits there. */
  BUFFER_FULL(false),
  /** Redis crashes and comes back as it was some time ago; the relay fills in the rest. */
  CRASHED_OLD(true),
  /** Redis crashes and comes back empty; the relay fills in the newest events. */
  CRASHED_EMPTY(true),
  /** Redis crashes and comes back empty, messages having been lost right before. */
  CRASHED_FOR_GOOD(true),
  /** The log is deleted with messages in it that reached nobody. */
  LOG_LOST(true),
  /** The numbering starts over. */
  RENUMBERED(true);

  private final boolean losesData;

  Trouble(boolean losesData) {
    this.losesData = losesData;
  }

  /** Whether a client may have to be told that something is missing. */
  boolean losesData() {
    return losesData;
  }
}
