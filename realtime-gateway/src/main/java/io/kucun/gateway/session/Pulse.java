package io.kucun.gateway.session;

/**
 * When to ping a client and when to give it up. Times in milliseconds of one clock. Safe for any
 * thread.
 */
final class Pulse {

  enum Due {
    NOTHING,
    PING,
    NO_PONG
  }

  private final long every;
  private final long patience;
  private long pingAt;
  private long pongBy = Long.MAX_VALUE;
  private long pings;

  /**
   * @param firstPingAt spread over the clients by the caller, so that they are not all pinged at
   *     once
   */
  Pulse(long every, long patience, long firstPingAt) {
    this.every = every;
    this.patience = patience;
    this.pingAt = firstPingAt;
  }

  synchronized Due at(long now) {
    if (now >= pongBy) {
      return Due.NO_PONG;
    }
    if (now < pingAt) {
      return Due.NOTHING;
    }
    pingAt = now + every;
    pings++;
    // An unanswered ping keeps its time: with pings more often than the patience, it would never
    // run out.
    pongBy = Math.min(pongBy, now + patience);
    return Due.PING;
  }

  /** The client has much to read before it can answer: an answer that is due is due later. */
  synchronized void postpone(long now) {
    if (pongBy != Long.MAX_VALUE) {
      pongBy = Math.max(pongBy, now + patience);
    }
  }

  /** Which ping is the last one. */
  synchronized long ping() {
    return pings;
  }

  /** False for what is not the first answer to the last ping: that proves nothing. */
  synchronized boolean pong(long ping) {
    if (ping != pings || pongBy == Long.MAX_VALUE) {
      return false;
    }
    pongBy = Long.MAX_VALUE;
    return true;
  }
}
