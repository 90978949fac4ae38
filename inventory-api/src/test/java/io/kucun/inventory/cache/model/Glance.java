package io.kucun.inventory.cache.model;

/**
 * What a look that is under way has seen, for all readers of a process that share it.
 *
 * @param stamp the stamp that it saw; none if a generation was missing
 * @param value the writes that the value of a hit holds
 */
record Glance(Kind kind, Stamp stamp, int value) {
  static final Glance NONE = new Glance(Kind.NONE, Stamp.NONE, 0);

  /** What came of it. */
  enum Kind {
    NONE(0),
    LACKS_GENERATION(1),
    HIT(2),
    MISS(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  boolean isUnderWay() {
    return kind != Kind.NONE;
  }

  /** The one {@code MGET} of entry and generations. */
  static Glance of(Protocol protocol, Server server, Redis redis) {
    if (protocol.keeps(Protocol.Rule.STAMPED) && !redis.isComplete()) {
      return new Glance(Kind.LACKS_GENERATION, Stamp.NONE, 0);
    }
    Stamp stamp = server.stamp(redis);
    Redis.Entry entry = redis.entry();
    return entry.isValue() && entry.stamp().equals(stamp)
        ? new Glance(Kind.HIT, stamp, entry.value())
        : new Glance(Kind.MISS, stamp, 0);
  }
}
