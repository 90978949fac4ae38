package io.kucun.inventory.events;

import java.util.List;

/**
 * Events with their offsets, and the epoch that these belong to: read in one statement, so that an
 * epoch and an offset together name one content for good.
 */
record Numbered(String epoch, List<EventRow> events) {
  boolean isEmpty() {
    return events.isEmpty();
  }

  long lastOffset() {
    return events.getLast().offset();
  }
}
