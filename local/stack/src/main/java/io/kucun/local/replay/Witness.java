package io.kucun.local.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one observer saw of each channel, in the order in which it came; safe for all threads. */
final class Witness {
  private final Map<String, List<Seen>> channels = new HashMap<>();

  synchronized void saw(String channel, Seen event) {
    channels.computeIfAbsent(channel, key -> new ArrayList<>()).add(event);
  }

  /** All events of a channel so far. */
  synchronized List<Seen> of(String channel) {
    return List.copyOf(channels.getOrDefault(channel, List.of()));
  }

  /** The offset of the last event of a channel, or that one if there was none. */
  synchronized long last(String channel, long start) {
    List<Seen> seen = channels.getOrDefault(channel, List.of());
    return seen.isEmpty() ? start : seen.getLast().offset();
  }
}
