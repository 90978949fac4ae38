package io.kucun.inventory.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events of one transaction, in the order in which they happened. Confined to that
 * transaction's context.
 */
public final class Changes {
  private final List<Event> events = new ArrayList<>();
  private final Set<String> touched = new TreeSet<>();

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

  /** How many events there are so far. */
  public int size() {
    return events.size();
  }

  /** Adds tags of cached reads that become stale, whatever the events are. */
  public void touch(Collection<String> tags) {
    touched.addAll(tags);
  }

  /** All tags of cached reads that become stale. */
  public Set<String> tags() {
    Set<String> tags = new TreeSet<>(touched);
    events.forEach(event -> tags.addAll(event.tags()));
    return tags;
  }
}
