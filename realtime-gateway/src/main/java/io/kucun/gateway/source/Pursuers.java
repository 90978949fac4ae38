package io.kucun.gateway.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Those who wait until a channel has been compared with Redis. They outlast a comparison that fails
 * and a link that is lost, for some turns of time; then they go on with what is known.
 */
final class Pursuers {

  /** Most who wait at a time. */
  static final int MOST = 20_000;

  /**
   * The turns after which one is let go, whatever happens: about as long as a client waits for the
   * answer to a ping, which is not read meanwhile.
   */
  static final int PATIENCE = 5;

  private record Pursuer(Runnable done, int since) {}

  private final AtomicLong counter;

  /** Those whom the comparison that goes on is for. */
  private final List<Pursuer> served = new ArrayList<>();

  /** Those who came too late for it, and wait for the next. */
  private final List<Pursuer> late = new ArrayList<>();

  private int now;

  /**
   * Nobody waits yet.
   *
   * @param counter how many wait, here and for other channels
   */
  Pursuers(AtomicLong counter) {
    this.counter = counter;
  }

  /** False if there are too many. */
  boolean add(Runnable done) {
    if (served.size() + late.size() == MOST) {
      return false;
    }
    counter.incrementAndGet();
    return late.add(new Pursuer(done, now));
  }

  boolean isAnyLate() {
    return !late.isEmpty();
  }

  /** A comparison begins, be it in place of one that was given up. */
  void begin() {
    served.addAll(late);
    late.clear();
  }

  /** The comparison has come to its end: those whom it was for, who wait no longer. */
  List<Runnable> end() {
    List<Runnable> done = served.stream().map(Pursuer::done).toList();
    served.clear();
    counter.addAndGet(-done.size());
    return done;
  }

  /** Time has passed: lets go who has waited too long. */
  void turn() {
    now++;
    List<Runnable> over = new ArrayList<>();
    takeOver(served, over);
    takeOver(late, over);
    counter.addAndGet(-over.size());
    over.forEach(Runnable::run);
  }

  private void takeOver(List<Pursuer> from, List<Runnable> over) {
    from.removeIf(it -> now - it.since() >= PATIENCE && over.add(it.done()));
  }
}
