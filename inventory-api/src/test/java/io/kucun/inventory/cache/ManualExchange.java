package io.kucun.inventory.cache;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** An event loop, a clock and a Redis that do something only when a test says so. */
final class ManualExchange implements SharedLooks.Exchange {
  static final Duration BUDGET = Duration.ofMillis(25);

  /** What was sent in one write, by write. */
  final List<List<SharedLook>> writes = new ArrayList<>();

  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Queue<Runnable> timers = new ArrayDeque<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Deadlines deadlines =
      new Deadlines(BUDGET, nanos::get, (millis, task) -> timers.add(task));

  Executor endOfTurn() {
    return tasks::add;
  }

  /** The loop has handled its sockets. */
  void turn() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    for (int waiting = timers.size(); waiting > 0; waiting--) {
      timers.remove().run();
    }
  }

  @Override
  public Deadlines.Wait<Look> await(
      SharedLook look, Consumer<Look> seen, Consumer<Throwable> failed) {
    return deadlines.watch(seen, failed);
  }

  @Override
  public void send(List<SharedLook> looks) {
    writes.add(List.copyOf(looks));
  }

  /** What a look saw, as the time that an entry has left to live; nobody asks by which session. */
  @SuppressWarnings("NullAway")
  static Look answer(int value) {
    Snapshot seen = new Snapshot(true, null, null, List.of(), null);
    Hit hit = new Hit(new Entry.Cut("\"1\"", 0, null), value, "", "", null);
    return new Look(null, seen, hit, new AtomicBoolean());
  }

  static int value(Look look) {
    return Math.toIntExact(Objects.requireNonNull(look.hit()).leftMillis());
  }
}
