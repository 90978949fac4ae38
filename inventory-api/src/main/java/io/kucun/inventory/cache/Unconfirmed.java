package io.kucun.inventory.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags of writes whose invalidation Redis has not confirmed. Too many of them are remembered as
 * the namespaces, which make everything stale. Thread-safe.
 */
final class Unconfirmed {
  /** Every namespace, as tags. */
  static final Set<String> EVERYTHING =
      Stream.of(Space.values()).map(Space::wire).collect(Collectors.toUnmodifiableSet());

  private final int most;
  private final Map<String, Long> tags = new HashMap<>();
  private long count;

  Unconfirmed(int most) {
    this.most = most;
  }

  synchronized void add(Collection<String> more) {
    count++;
    if (tags.size() + more.size() > most) {
      tags.clear();
      EVERYTHING.forEach(tag -> tags.put(tag, count));
    } else {
      more.forEach(tag -> tags.put(tag, count));
    }
  }

  /** The tags as of now, each with the write that named it last. */
  synchronized Map<String, Long> seen() {
    return Map.copyOf(tags);
  }

  /** Forgets what has been confirmed, but not what was added since it was seen. */
  synchronized void confirmed(Map<String, Long> seen) {
    seen.forEach(tags::remove);
  }

  synchronized boolean isEmpty() {
    return tags.isEmpty();
  }

  synchronized int size() {
    return tags.size();
  }
}
