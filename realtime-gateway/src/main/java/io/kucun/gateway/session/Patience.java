package io.kucun.gateway.session;

/**
 * How long a client is waited for that does not read. Reading a little is enough, for what waits is
 * bounded.
 */
final class Patience {

  private final long atMost;
  private long last = Long.MAX_VALUE;
  private long since;

  Patience(long atMostMillis) {
    this.atMost = atMostMillis;
  }

  /**
   * Whether the client has read nothing for too long.
   *
   * @param owed what it has to read before it is sent more; 0 while it keeps up
   */
  boolean isOver(long now, long owed) {
    if (owed == 0) {
      last = Long.MAX_VALUE;
      return false;
    }
    // It may be owed more again by the next look, and read all the time.
    if (owed < last) {
      since = now;
    }
    last = owed;
    return now - since >= atMost;
  }
}
