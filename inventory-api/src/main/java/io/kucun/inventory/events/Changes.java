package io.kucun.inventory.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events of one transaction, in the order in which they happened. Confined to that
 * transaction's context.
 */
public final class Changes {
  private final List<Event> events = new ArrayList<>();

  /**
   * Adds an event. Call it only while the lock on the event's entity is held: that makes the order
   * true.
   */
  public void add(Event event) {
    events.add(event);
  }

  /** The events so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** All tags of the events. */
  public Set<String> tags() {
    Set<String> tags = new TreeSet<>();
    events.forEach(event -> tags.addAll(event.tags()));
    return tags;
  }
}
