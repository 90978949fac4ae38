package io.kucun.inventory.events;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.function.LongSupplier;

/**
 * What was counted last, and since when nobody could count. After two counts in a row that failed,
 * whatever waits is taken to be older by all the time since the last good one. Thread-safe.
 */
final class LastCount {
  /** One that fails may be an accident of its connection. */
  private static final int TOLERATED = 1;

  private final LongSupplier nanos;
  private volatile State state;

  /** What waits; the age is that of the oldest, in milliseconds. */
  record Waiting(long unassigned, long unpublished, long age) {}

  private record State(Waiting waiting, long at, int failures) {}

  /**
   * Starts as if nothing waited.
   *
   * @param nanos a clock such as {@link System#nanoTime}
   */
  LastCount(LongSupplier nanos) {
    this.nanos = nanos;
    this.state = new State(new Waiting(0, 0, 0), nanos.getAsLong(), 0);
  }

  synchronized void counted(Waiting waiting) {
    state = new State(waiting, nanos.getAsLong(), 0);
  }

  synchronized void failed() {
    State before = state;
    state = new State(before.waiting(), before.at(), before.failures() + 1);
  }

  /** Grows from look to look while nobody can count. */
  Waiting waiting() {
    State now = state;
    Waiting known = now.waiting();
    return new Waiting(known.unassigned(), known.unpublished(), known.age() + uncounted(now));
  }

  /** Milliseconds since the last good count; 0 while counting succeeds. */
  long uncounted() {
    return uncounted(state);
  }

  private long uncounted(State now) {
    return now.failures() > TOLERATED ? NANOSECONDS.toMillis(nanos.getAsLong() - now.at()) : 0;
  }
}
