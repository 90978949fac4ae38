package io.kucun.local.history;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happened, by the one clock of this process, {@link System#nanoTime}. Thread-safe. */
final class History {
  private final Queue<Started> starts = new ConcurrentLinkedQueue<>();
  private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

  /** A register before the first write. */
  record Started(Register register, long number) {}

  /** A write that was sent, whatever becomes of it. */
  record Attempt(Register register, long at) {}

  /** A write whose answer, or event, promises that nobody sees any more what was before it. */
  record Acknowledged(Register register, long number, long at) {}

  /**
   * A read.
   *
   * @param where the way that it took
   */
  record Seen(Register register, long number, long began, long ended, String where) {}

  void started(Register register, long number) {
    starts.add(new Started(register, number));
  }

  void attempt(Register register, long at) {
    attempts.add(new Attempt(register, at));
  }

  void acknowledged(Register register, long number, long at) {
    acknowledged.add(new Acknowledged(register, number, at));
  }

  void seen(Collection<Value> values, long began, long ended, String where) {
    for (Value value : values) {
      seen.add(new Seen(value.register(), value.number(), began, ended, where));
    }
  }

  List<Started> starts() {
    return List.copyOf(starts);
  }

  List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }
}
