package io.kucun.local.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All that was published, in order. Thread-safe. */
final class Ledger {
  private final Map<String, Event> byText = new ConcurrentHashMap<>();
  private final List<Event> events = new ArrayList<>();

  /** To be called before it is published. */
  synchronized void enter(Event event) {
    events.add(event);
    byText.put(event.text(), event);
  }

  /** The event with exactly that text. */
  @Nullable Event find(String text) {
    return byText.get(text);
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /** What somebody has to get who listens to that from there on. */
  List<Event> due(Interest interest, String channel, long after) {
    return events().stream()
        .filter(it -> it.channel().equals(channel) && it.offset() > after)
        .filter(interest::covers)
        .toList();
  }

  /** The offset of the last of these; 0 if there is none. */
  long last(Interest interest, String channel) {
    return due(interest, channel, 0).stream().mapToLong(Event::offset).max().orElse(0);
  }
}
