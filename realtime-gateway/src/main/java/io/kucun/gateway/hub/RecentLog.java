package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of a channel, bounded by count and size; the numbered ones among them are
 * without a gap. Each has a sequence number, which never starts over.
 */
final class RecentLog {

  private static final int FIRST_CAPACITY = 64;

  private final LogLimits limits;
  private @Nullable Message[] ring = new @Nullable Message[FIRST_CAPACITY];
  private long first = 1;
  private long last;
  private long bytes;

  RecentLog(LogLimits limits) {
    this.limits = limits;
  }

  /**
   * Keeps an event.
   *
   * @param lastOffset the offset of the numbered event before it
   */
  Message append(Envelope event, long lastOffset) {
    Message message = new Message(event, last + 1, lastOffset);
    if (last - first + 1 == ring.length) {
      grow();
    }
    last++;
    ring[slot(last)] = message;
    bytes += message.payload().length;
    // The newest stays whatever its size: it may not have been given out yet.
    while (first < last && (last - first >= limits.events() || bytes > limits.bytes())) {
      removeFirst();
    }
    return message;
  }

  private int slot(long sequence) {
    return (int) (sequence & (ring.length - 1));
  }

  private void grow() {
    @Nullable Message[] larger = new @Nullable Message[ring.length * 2];
    for (long s = first; s <= last; s++) {
      larger[(int) (s & (larger.length - 1))] = ring[slot(s)];
    }
    ring = larger;
  }

  private void removeFirst() {
    bytes -= get(first).payload().length;
    ring[slot(first)] = null;
    first++;
  }

  void clear() {
    Arrays.fill(ring, null);
    first = last + 1;
    bytes = 0;
  }

  /** The sequence number of the newest message there ever was. */
  long last() {
    return last;
  }

  /** Whether every message after this one is here. */
  boolean reachesBackTo(long sequence) {
    return sequence >= first - 1;
  }

  Message get(long sequence) {
    return Objects.requireNonNull(ring[slot(sequence)], "no longer kept");
  }

  /** Whether every numbered event after {@code offset}, up to {@code head}, is here. */
  boolean reachesBackTo(long offset, Position head) {
    return offset >= offsetBeforeAll(head.offset()) && offset <= head.offset();
  }

  private long offsetBeforeAll(long head) {
    if (first > last) {
      return head;
    }
    Message oldest = get(first);
    return oldest.isPositioned() ? oldest.offset() - 1 : oldest.offset();
  }

  /** The offset that was reached with this message, after which everything is here. */
  long offsetAt(long sequence, long head) {
    return sequence >= first ? get(sequence).offset() : offsetBeforeAll(head);
  }

  /** The message after which everything numbered comes after {@code offset}. */
  long sequenceAt(long offset) {
    long low = first;
    long high = last + 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (get(middle).offset() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }
}
