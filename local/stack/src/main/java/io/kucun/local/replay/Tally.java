package io.kucun.local.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of each line and each step; safe for all threads. */
final class Tally {
  private static final int SHOWN_FAILURES = 5;

  private final Map<SkipReason, Long> skipped = new EnumMap<>(SkipReason.class);
  private final Map<SkipReason, String> firstSkipped = new EnumMap<>(SkipReason.class);
  private final List<String> failures = new ArrayList<>();
  private long failedLines;
  private long read;
  private long sold;
  private long returned;
  private long opened;
  private long orders;
  private long transitions;

  synchronized void read() {
    read++;
  }

  synchronized void skip(long number, SkipReason reason, String shown) {
    skipped.merge(reason, 1L, Long::sum);
    firstSkipped.putIfAbsent(reason, "line " + number + ": " + shown);
  }

  synchronized void transition() {
    transitions++;
  }

  synchronized void opened() {
    opened++;
  }

  /** How many products are there and stocked. */
  synchronized long openedSoFar() {
    return opened;
  }

  synchronized void ordered(int lines) {
    orders++;
    sold += lines;
  }

  synchronized void returned() {
    returned++;
  }

  synchronized void failed(int lines, String what) {
    failedLines += lines;
    if (failures.size() < SHOWN_FAILURES) {
      failures.add(what);
    }
  }

  synchronized Counts counts() {
    long allSkipped = skipped.values().stream().mapToLong(Long::longValue).sum();
    return new Counts(read, sold, returned, allSkipped, failedLines, orders, transitions);
  }

  /** The skipped lines, a sentence for each reason. */
  synchronized List<String> skippedByReason() {
    List<String> lines = new ArrayList<>();
    skipped.forEach((reason, count) ->
        lines.add(count + " " + reason.text() + " (first: " + firstSkipped.get(reason) + ")"));
    return lines;
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  /** The numbers so far; transitions are those that the API acknowledged. */
  record Counts(
      long read,
      long sold,
      long returned,
      long skipped,
      long failed,
      long orders,
      long transitions) {
    /** Whether each line that was read is accounted for. */
    boolean isComplete() {
      return read == sold + returned + skipped + failed;
    }
  }
}
