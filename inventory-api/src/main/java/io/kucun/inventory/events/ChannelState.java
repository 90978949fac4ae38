package io.kucun.inventory.events;

/**
 * Where a channel stands in PostgreSQL.
 *
 * @param last the last offset that was given
 * @param published the last offset that is known to be in Redis
 * @param oldest the oldest offset whose event is kept; {@code last + 1} if none is
 */
record ChannelState(String channel, long last, long published, long oldest) {

  /** The offset before the first event that a log of this length begins with. */
  long logBase(long capacity) {
    return Math.min(published, Math.max(Math.max(0, published - capacity), oldest - 1));
  }
}
