package io.kucun.local.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what happened. Thread-safe. */
final class Tally {
  static final String READS = "reads";
  static final String HITS = "reads: hit";
  static final String BYPASSES = "reads: fwd=bypass";
  static final String FAILED = "reads: 5xx";
  static final String BROKEN = "reads: broken";
  static final String EVENTS = "events delivered";
  static final String ACKNOWLEDGED = "writes: acknowledged";
  static final String PENDING = "writes: pending";

  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

  void count(String what) {
    counts.computeIfAbsent(what, it -> new LongAdder()).increment();
  }

  long of(String what) {
    LongAdder count = counts.get(what);
    return count == null ? 0 : count.sum();
  }

  /** A line for each, in the order of the names. */
  List<String> lines() {
    return Collections.unmodifiableMap(counts).entrySet().stream()
        .map(it -> "  %-44s %9d".formatted(it.getKey(), it.getValue().sum()))
        .toList();
  }
}
