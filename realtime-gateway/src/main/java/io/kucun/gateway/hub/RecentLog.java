package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of a channel, bounded by count and size; the numbered ones among them are
 * without a gap. Each has a sequence number, which never starts over. While it is held, older ones
 * are kept besides, and can be put in front, as far as the allowance goes.
 */
final class RecentLog {

  private static final int FIRST_CAPACITY = 64;

  private final LogLimits limits;
  private final Allowance allowance;
  private final Places byKey = new Places();
  private final Places byOwner = new Places();
  private @Nullable Message[] ring = new @Nullable Message[FIRST_CAPACITY];
  private long first = 1;
  private long last;

  /** The first of those that the limits alone would keep. */
  private long recent = 1;

  private long recentBytes;
  private long olderBytes;
  private boolean held;

  /** The newest of the live only messages that are no longer kept. */
  private long liveOnlyGone = Long.MIN_VALUE;

  RecentLog(LogLimits limits, Allowance allowance) {
    this.limits = limits;
    this.allowance = allowance;
  }

  /**
   * Keeps an event.
   *
   * @param lastOffset the offset of the numbered event before it
   */
  Message append(Envelope event, long lastOffset) {
    Message message = new Message(event, last + 1, lastOffset);
    growIfFull();
    last++;
    ring[slot(last)] = message;
    byKey.addLast(message.key(), last);
    byOwner.addLast(message.owner(), last);
    recentBytes += message.payload().length;
    // The newest stays whatever its size: it may not have been given out yet.
    while (recent < last && (last - recent >= limits.events() || recentBytes > limits.bytes())) {
      int bytes = get(recent).payload().length;
      recentBytes -= bytes;
      keepOlder(bytes);
      recent++;
    }
    while (first < recent && (!held || allowance.isExceeded())) {
      removeFirst();
    }
    return message;
  }

  /** Messages up to this one are old, whatever the limits would still keep. */
  void expire(long upTo) {
    while (recent <= last && recent <= upTo) {
      int bytes = get(recent).payload().length;
      recentBytes -= bytes;
      keepOlder(bytes);
      recent++;
    }
    while (first < recent && !held) {
      removeFirst();
    }
  }

  /** From now on older messages are kept. */
  void hold() {
    held = true;
  }

  /** Puts the event in front that all others follow; false if the allowance is used up. */
  boolean prepend(Envelope event, long offset) {
    if (!held || !allowance.hasRoom()) {
      return false;
    }
    growIfFull();
    first--;
    Message message = new Message(event, first, offset);
    ring[slot(first)] = message;
    byKey.addFirst(message.key(), first);
    byOwner.addFirst(message.owner(), first);
    keepOlder(message.payload().length);
    return true;
  }

  /** Drops older messages up to this one, and keeps no more of them once none is left. */
  void release(long upTo) {
    trim(upTo);
    held = first < recent;
  }

  /** Drops older messages up to this one. */
  void trim(long upTo) {
    while (first < recent && first <= upTo) {
      removeFirst();
    }
  }

  private void keepOlder(int bytes) {
    olderBytes += bytes;
    allowance.use(bytes);
  }

  private int slot(long sequence) {
    return (int) (sequence & (ring.length - 1));
  }

  private void growIfFull() {
    if (last - first + 1 < ring.length) {
      return;
    }
    @Nullable Message[] larger = new @Nullable Message[ring.length * 2];
    for (long s = first; s <= last; s++) {
      larger[(int) (s & (larger.length - 1))] = ring[slot(s)];
    }
    ring = larger;
  }

  private void removeFirst() {
    Message gone = get(first);
    if (!gone.isPositioned()) {
      liveOnlyGone = first;
    }
    keepOlder(-gone.payload().length);
    byKey.removeFirst(gone.key());
    byOwner.removeFirst(gone.owner());
    ring[slot(first)] = null;
    first++;
  }

  void clear() {
    release(Long.MAX_VALUE);
    Arrays.fill(ring, null);
    byKey.clear();
    byOwner.clear();
    first = last + 1;
    recent = first;
    recentBytes = 0;
  }

  /** The sequence number of the newest message there ever was. */
  long last() {
    return last;
  }

  /** Bytes of the text of all messages here. */
  long bytes() {
    return recentBytes + olderBytes;
  }

  /** How large a message is on average; 0 if there is none. */
  long averageBytes() {
    return first > last ? 0 : bytes() / (last - first + 1);
  }

  /** Whether every message after this one is here. */
  boolean reachesBackTo(long sequence) {
    return sequence >= first - 1;
  }

  /**
   * Whether every message that came between this one and those here was numbered, so that it would
   * have its place again if it were put in front.
   */
  boolean isPlace(long sequence) {
    return reachesBackTo(sequence) || sequence >= liveOnlyGone;
  }

  Message get(long sequence) {
    return Objects.requireNonNull(ring[slot(sequence)], "no longer kept");
  }

  /**
   * The next message after this one that may be of one of these keys, or any if null, and of this
   * owner, unless null; beyond the last if there is none.
   */
  long next(long after, @Nullable Set<String> keys, @Nullable String owner) {
    if (keys == null) {
      return owner == null ? after + 1 : byOwner.next(owner, after);
    }
    long next = Places.NONE;
    for (String key : keys) {
      next = Math.min(next, byKey.next(key, after));
    }
    return next;
  }

  /** Whether every numbered event after {@code offset}, up to {@code head}, is here. */
  boolean reachesBackTo(long offset, Position head) {
    return offset >= offsetBeforeAll(head.offset()) && offset <= head.offset();
  }

  /** The offset after which everything numbered is here. */
  long offsetBeforeAll(long head) {
    if (first > last) {
      return head;
    }
    Message oldest = get(first);
    return oldest.isPositioned() ? oldest.offset() - 1 : oldest.offset();
  }

  /** Whether some of what follows this offset is here beyond the limits only. */
  boolean isOlder(long offset) {
    return first < recent && offset < get(recent - 1).offset();
  }

  /** The offset that was reached with this {@linkplain #isPlace place}. */
  long offsetAt(long sequence, long head) {
    return sequence >= first
        ? get(sequence).offset()
        : offsetBeforeAll(head) - (first - 1 - sequence);
  }

  /** The message after which everything numbered comes after {@code offset}. */
  long sequenceAt(long offset) {
    long low = first;
    long high = last + 1;
    while (low < high) {
      // Sequences of what was put in front may be negative.
      long middle = low + ((high - low) >>> 1);
      if (get(middle).offset() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }
}
