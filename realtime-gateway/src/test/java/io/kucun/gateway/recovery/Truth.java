package io.kucun.gateway.recovery;

import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that there ever was on one channel, in its order. Safe for any thread. */
public final class Truth {

  private final List<Committed> events = new ArrayList<>();
  private final Map<Position, Integer> indexes = new HashMap<>();

  /** A numbering starts after this position. */
  public synchronized void begin(Position start) {
    indexes.put(start, events.size() - 1);
  }

  /** Takes an event in, before anybody can have heard of it. */
  public synchronized void add(Committed event) {
    indexes.put(event.at(), events.size());
    events.add(event);
  }

  public synchronized int size() {
    return events.size();
  }

  public synchronized Committed get(int index) {
    return events.get(index);
  }

  /** Which event this is, counted from 0; -2 if there is none with this position. */
  synchronized int index(Position at) {
    return at.offset() == 0 ? -2 : indexes.getOrDefault(at, -2);
  }

  /** The first event after this position, be it there yet or not; -1 if there is no such place. */
  synchronized int after(Position at) {
    return indexes.getOrDefault(at, -2) + 1;
  }

  /** The first event from there on that a client has to get; {@link #size} if there is none. */
  synchronized int next(int from, Watch watch) {
    int index = from;
    while (index < events.size() && !watch.matches(events.get(index))) {
      index++;
    }
    return index;
  }
}
