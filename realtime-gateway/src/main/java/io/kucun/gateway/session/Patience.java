package io.kucun.gateway.session;

/**
 * How long a client is waited for that does not read. Reading a little is enough, for what waits is
 * bounded.
 */
final class Patience {

  private final long atMost;
  private long most = Long.MIN_VALUE;
  private long since;

  Patience(long atMostMillis) {
    this.atMost = atMostMillis;
  }

  /**
   * Whether the client has read nothing for too long.
   *
   * @param full whether it must read before it is sent more
   * @param taken how many bytes it has taken, ever. What waits for it tells nothing: who reads is
   *     handed more as soon as there is room
   */
  boolean isOver(long now, boolean full, long taken) {
    if (!full || taken > most) {
      most = Math.max(most, taken);
      since = now;
    }
    return now - since >= atMost;
  }
}
