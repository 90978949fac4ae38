package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The newest events of a channel, without a gap, bounded by count and size. */
final class RecentLog {

  private final LogLimits limits;
  private final Deque<Envelope> events = new ArrayDeque<>();
  private long chars;

  RecentLog(LogLimits limits) {
    this.limits = limits;
  }

  void append(Envelope event) {
    events.addLast(event);
    chars += event.text().length();
    while (events.size() > limits.events() || chars > limits.chars()) {
      chars -= events.removeFirst().text().length();
    }
  }

  void clear() {
    events.clear();
    chars = 0;
  }

  /** Whether every event after {@code offset}, up to {@code head}, is here. */
  boolean reachesBackTo(long offset, Position head) {
    long oldest = events.isEmpty() ? head.offset() + 1 : offset(events.getFirst());
    return offset >= oldest - 1 && offset <= head.offset();
  }

  /** The events after {@code offset}, oldest first. Costs as much as it returns. */
  List<Envelope> after(long offset) {
    List<Envelope> found = new ArrayList<>();
    Iterator<Envelope> newestFirst = events.descendingIterator();
    while (newestFirst.hasNext()) {
      Envelope event = newestFirst.next();
      if (offset(event) <= offset) {
        break;
      }
      found.add(event);
    }
    Collections.reverse(found);
    return found;
  }

  static long offset(Envelope event) {
    Position position = event.position();
    if (position == null) {
      throw new IllegalArgumentException("an event without a position is not kept");
    }
    return position.offset();
  }
}
