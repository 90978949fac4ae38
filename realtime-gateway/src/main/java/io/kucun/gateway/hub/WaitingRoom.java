package io.kucun.gateway.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Those who wait for older events of one channel. */
final class WaitingRoom {

  /**
   * One of them.
   *
   * @param after all after this offset is waited for
   * @param everything whether all of it is for one who asks to resume, and so bounded
   * @param since the tick from which it waits
   * @param task is run when the wait is over
   */
  record Waiting(long after, boolean everything, int since, Runnable task) {}

  private final HubCounters counters;
  private final Executor soon;
  private final List<Waiting> waiting = new ArrayList<>();

  WaitingRoom(HubCounters counters, Executor soon) {
    this.counters = counters;
    this.soon = soon;
  }

  void add(Waiting one) {
    waiting.add(one);
    counters.recalling.incrementAndGet();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /**
   * Lets some go, if there are any. Each in a task of its own: thousands may have waited, and
   * others have their turn as well.
   */
  boolean finish(Predicate<Waiting> which) {
    List<Waiting> done = new ArrayList<>();
    waiting.removeIf(one -> which.test(one) && done.add(one));
    done.forEach(one ->
        soon.execute(() -> {
          counters.recalling.decrementAndGet();
          one.task().run();
        }));
    return !done.isEmpty();
  }
}
