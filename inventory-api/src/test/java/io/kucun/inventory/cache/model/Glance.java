package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.Redis.Entry;

/**
 * What a process has of the entry: what a look that is under way has seen, for all its readers that
 * share it, and its copy.
 *
 * @param stamp the stamp that was seen: of a head its entry's, else that of the generations; none
 *     if a generation was missing
 * @param value the writes that the value of a hit, or of a head's entry, holds
 */
record Glance(Kind kind, Stamp stamp, int value, Entry copy) {
  static final Glance NONE = new Glance(Kind.NONE, Stamp.NONE, 0, Entry.NONE);

  /** What came of it. */
  enum Kind {
    NONE(0),
    LACKS_GENERATION(1),
    HIT(2),
    MISS(3),
    /** The head of the entry; the generations come next. */
    HEAD(4),
    /** The entry is good, and not that of the copy: it has to be read with its value. */
    OTHER(5);

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

  private Glance saw(Kind what, Stamp seen, int found) {
    return new Glance(what, seen, found, copy);
  }

  /** The first command of a look: all of the entry, or its head if there is a copy. */
  Glance sent(Protocol protocol, Server server, Redis redis) {
    return protocol.keeps(Rule.COPIES) && copy.isValue()
        ? saw(Kind.HEAD, redis.entry().stamp(), redis.entry().value())
        : whole(protocol, server, redis);
  }

  /** The one {@code MGET} of entry and generations. */
  Glance whole(Protocol protocol, Server server, Redis redis) {
    if (protocol.keeps(Rule.STAMPED) && !redis.isComplete()) {
      return saw(Kind.LACKS_GENERATION, Stamp.NONE, 0);
    }
    Stamp seen = server.stamp(redis);
    Entry entry = redis.entry();
    return entry.isValue() && entry.stamp().equals(seen)
        ? saw(Kind.HIT, seen, entry.value())
        : saw(Kind.MISS, seen, 0);
  }

  /** The {@code MGET} of the generations that follows the head. */
  Glance behindHead(Protocol protocol, Server server, Redis redis) {
    if (!redis.isComplete()) {
      return saw(Kind.LACKS_GENERATION, Stamp.NONE, 0);
    }
    Stamp seen = server.stamp(redis);
    Entry head = new Entry(stamp, value);
    if (!head.isValue() || !head.stamp().equals(seen)) {
      return saw(Kind.MISS, seen, 0);
    }
    return head.equals(copy) || !protocol.keeps(Rule.COPY_COMPARED)
        ? saw(Kind.HIT, seen, copy.value())
        : new Glance(Kind.OTHER, Stamp.NONE, 0, Entry.NONE);
  }

  /** Nothing is under way any more: a value that was read is kept, one that is gone is not. */
  Glance over(Protocol protocol) {
    boolean keeps = protocol.keeps(Rule.COPIES) && kind == Kind.HIT;
    Entry read = copy.isValue() ? copy : new Entry(stamp, value);
    return new Glance(Kind.NONE, Stamp.NONE, 0, keeps ? read : Entry.NONE);
  }
}
