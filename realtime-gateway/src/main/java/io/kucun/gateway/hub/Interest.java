package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one member hears of one channel: the whole, some entities, or both. It remembers from which
 * offset on it has covered each, and what it delivered last, so that a later resume repeats nothing
 * and reorders nothing.
 */
final class Interest {

  private final Member member;
  private final Map<String, Long> keysFrom = new HashMap<>();
  private @Nullable Long wholeFrom;
  private @Nullable String owner;
  private long lastDelivered = -1;

  Interest(Member member) {
    this.member = member;
  }

  /**
   * From now on, at offset {@code head}, hears only what belongs to this owner; all if null. What
   * was withheld before counts as covered no more once it could be read.
   */
  void restrictTo(@Nullable String newOwner, long head) {
    if (owner != null && !owner.equals(newOwner)) {
      wholeFrom = wholeFrom == null ? null : Long.valueOf(head);
      keysFrom.replaceAll((key, from) -> head);
    }
    owner = newOwner;
  }

  boolean mayRead(Envelope event) {
    return owner == null || owner.equals(event.owner());
  }

  /** Whether this event was, or would have been, delivered already. */
  boolean covers(Envelope event, long offset) {
    if (wholeFrom != null && offset > wholeFrom) {
      return true;
    }
    Long from = event.key() == null ? null : keysFrom.get(event.key());
    return from != null && offset > from;
  }

  boolean hasWhole() {
    return wholeFrom != null;
  }

  boolean isEmpty() {
    return wholeFrom == null && keysFrom.isEmpty();
  }

  int size() {
    return keysFrom.size() + (wholeFrom == null ? 0 : 1);
  }

  Iterable<String> keys() {
    return keysFrom.keySet();
  }

  void cover(@Nullable String key, long from) {
    if (key == null) {
      wholeFrom = wholeFrom == null ? from : Math.min(wholeFrom, from);
    } else {
      keysFrom.merge(key, from, Math::min);
    }
  }

  void uncover(@Nullable String key) {
    if (key == null) {
      wholeFrom = null;
    } else {
      keysFrom.remove(key);
    }
  }

  /**
   * Whether {@code offset} can still be delivered without going back behind something delivered.
   */
  boolean comesAfterAllDelivered(long offset) {
    return offset > lastDelivered;
  }

  boolean deliver(Envelope event) {
    if (!mayRead(event)) {
      return false;
    }
    Position position = event.position();
    if (position != null) {
      lastDelivered = position.offset();
    }
    member.deliver(event.text());
    return true;
  }

  /** The numbering starts over at {@code at}: nothing before it counts as covered. */
  void restart(String channel, Position at) {
    lastDelivered = at.offset();
    wholeFrom = wholeFrom == null ? null : at.offset();
    keysFrom.replaceAll((key, from) -> at.offset());
    member.resync(channel, at);
  }
}
