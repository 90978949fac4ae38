package io.kucun.inventory.cache;

import io.kucun.inventory.redis.EventLoops;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The deadlines of each event loop, watched by a timer of that loop: a loop that is busy delays
 * those who wait on it, and nobody else. Whoever waits on none shares one more. Thread-safe.
 */
final class LoopDeadlines {
  private final EventLoops loops;
  private final List<Deadlines> each;
  private final Deadlines elsewhere;

  LoopDeadlines(Duration budget, Vertx vertx) {
    this.loops = new EventLoops(vertx.getDelegate());
    Deadlines.Timer timer = (millis, task) -> vertx.setTimer(millis, now -> task.run());
    this.elsewhere = new Deadlines(budget, System::nanoTime, timer);
    this.each =
        IntStream.range(0, loops.count())
            .mapToObj(loop -> new Deadlines(budget, System::nanoTime, on(loop, timer)))
            .toList();
  }

  /** Armed on the loop itself: a caller may be a worker whose context belongs to the loop. */
  private Deadlines.Timer on(int loop, Deadlines.Timer timer) {
    return (millis, task) -> loops.executor(loop).execute(() -> timer.after(millis, task));
  }

  /** Those of the caller's event loop. */
  Deadlines here() {
    int loop = loops.current();
    return loop < 0 ? elsewhere : each.get(loop);
  }
}
