package io.kucun.gateway.hub;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one member hears of one channel: the whole, some entities, or both; and how far it has got.
 * It remembers from which offset on it has covered each, and what it delivered last, so that a
 * later resume repeats nothing and reorders nothing.
 */
final class Interest {

  private static final long LIVE = Long.MAX_VALUE;

  private final Member member;
  private Map<String, Long> keysFrom = Collections.emptyMap();
  private @Nullable Long wholeFrom;
  private @Nullable String owner;
  private long lastDelivered = -1;

  /** The last message it is done with, by sequence; {@link #LIVE} if that is the newest. */
  private long cursor = LIVE;

  /** Whether it was told where it stands, or given anything, since that was asked last. */
  private boolean heard;

  /** Of messages that are live only it hears those after this one. */
  private long liveFrom;

  Interest(Member member, long newest) {
    this.member = member;
    this.liveFrom = newest;
  }

  Member member() {
    return member;
  }

  /**
   * From now on hears only what belongs to this owner; all if null. What was withheld before counts
   * as covered no more once it could be read.
   *
   * @param at the offset that it has got to
   */
  void restrictTo(@Nullable String newOwner, long at) {
    if (owner != null && !owner.equals(newOwner)) {
      wholeFrom = wholeFrom == null ? null : Long.valueOf(at);
      keysFrom.replaceAll((key, from) -> at);
    }
    owner = newOwner;
  }

  boolean mayRead(Message message) {
    return owner == null || owner.equals(message.owner());
  }

  /** Whether this message was, or would have been, delivered already, or will be. */
  boolean covers(Message message) {
    String key = message.key();
    if (!message.isPositioned()) {
      return message.sequence() > liveFrom
          && (wholeFrom != null || (key != null && keysFrom.containsKey(key)));
    }
    if (wholeFrom != null && message.offset() > wholeFrom) {
      return true;
    }
    Long from = key == null ? null : keysFrom.get(key);
    return from != null && message.offset() > from;
  }

  /** The next message of the log that it might hear, after this one; beyond the last if none. */
  long next(RecentLog log, long after) {
    return log.next(after, wholeFrom == null ? keysFrom.keySet() : null, owner);
  }

  /** Whether it hears every message after the cursor, which is at this offset. */
  boolean hearsAll(long at) {
    return owner == null && wholeFrom != null && at >= wholeFrom && cursor >= liveFrom;
  }

  @Nullable String owner() {
    return owner;
  }

  boolean isUnrestricted() {
    return owner == null;
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
    heard = true;
    if (key == null) {
      wholeFrom = wholeFrom == null ? from : Math.min(wholeFrom, from);
    } else {
      if (keysFrom.isEmpty()) {
        keysFrom = new HashMap<>();
      }
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

  /** The offset of the last event that was delivered. */
  long lastDelivered() {
    return lastDelivered;
  }

  boolean isLive() {
    return cursor == LIVE;
  }

  long cursor() {
    return cursor;
  }

  void moveTo(long sequence) {
    cursor = sequence;
  }

  void beLive() {
    cursor = LIVE;
  }

  /** Goes back, so that numbered events come from there; what is live only comes once. */
  void rewindTo(long sequence, long newest) {
    long reached = Math.min(cursor, newest);
    if (sequence < reached) {
      liveFrom = Math.max(liveFrom, reached);
      cursor = sequence;
    }
  }

  /** Whether it neither subscribed nor was given anything since this was asked last. */
  boolean wasQuiet() {
    boolean quiet = !heard;
    heard = false;
    return quiet;
  }

  void deliver(Batch batch) {
    heard = true;
    for (int i = batch.messages().size() - 1; i >= 0; i--) {
      Message message = batch.messages().get(i);
      if (message.isPositioned()) {
        lastDelivered = message.offset();
        break;
      }
    }
    member.deliver(batch);
  }

  /** The numbering starts over after {@code newest}: nothing before it counts as covered. */
  void restart(long offset, long newest) {
    cursor = LIVE;
    lastDelivered = offset;
    liveFrom = newest;
    wholeFrom = wholeFrom == null ? null : Long.valueOf(offset);
    keysFrom.replaceAll((key, from) -> offset);
  }
}
