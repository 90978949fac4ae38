package io.kucun.inventory.cache;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fails what is not answered within a budget that is the same for all. One timer serves everybody
 * who waits, because a timer for each read costs as much as the read; so a failure may come a fifth
 * of the budget late. Thread-safe.
 */
final class Deadlines {
  private static final int TICKS = 5;

  private final long budget;
  private final long tickMillis;
  private final LongSupplier nanos;
  private final Timer timer;

  /** Guards itself. Linked nodes would be promoted one behind another, each by the one before. */
  private final Queue<Wait<?>> waiting = new ArrayDeque<>();

  private final AtomicBoolean ticking = new AtomicBoolean();

  /** Runs a task later. */
  @FunctionalInterface
  interface Timer {
    void after(long millis, Runnable task);
  }

  Deadlines(Duration budget, LongSupplier nanos, Timer timer) {
    this.budget = budget.toNanos();
    this.tickMillis = Math.max(1, budget.toMillis() / TICKS);
    this.nanos = nanos;
    this.timer = timer;
  }

  /** Hands on the first outcome that it is told; that of a {@link TimeoutException} is its own. */
  <T extends @Nullable Object> Wait<T> watch(
      Consumer<? super T> item, Consumer<Throwable> failure) {
    Wait<T> wait = new Wait<>(item, failure, nanos.getAsLong() + budget, Vertx.currentContext());
    synchronized (waiting) {
      waiting.add(wait);
    }
    tick();
    return wait;
  }

  private void tick() {
    if (!ticking.get() && oldest() != null && ticking.compareAndSet(false, true)) {
      timer.after(
          tickMillis,
          () -> {
            expire();
            ticking.set(false);
            tick();
          });
    }
  }

  /** Only one tick at a time takes anything out. */
  private void expire() {
    Wait<?> oldest = oldest();
    while (oldest != null && oldest.isDone(nanos.getAsLong())) {
      synchronized (waiting) {
        waiting.remove();
      }
      oldest = oldest();
    }
  }

  private @Nullable Wait<?> oldest() {
    synchronized (waiting) {
      return waiting.peek();
    }
  }

  /**
   * Who waits for one answer; the first outcome counts. Whoever is told is forgotten at once, for
   * the wait itself stays until the next tick.
   */
  static final class Wait<T extends @Nullable Object> {
    private final AtomicReference<@Nullable Told<T>> told;
    private final long deadline;
    private final @Nullable Context here;

    /** Two ways to tell an outcome. */
    private record Told<T extends @Nullable Object>(
        Consumer<? super T> item, Consumer<Throwable> failure) {}

    Wait(
        Consumer<? super T> item,
        Consumer<Throwable> failure,
        long deadline,
        @Nullable Context here) {
      this.told = new AtomicReference<>(new Told<>(item, failure));
      this.deadline = deadline;
      this.here = here;
    }

    void succeed(T found) {
      Told<T> first = told.getAndSet(null);
      if (first != null) {
        first.item().accept(found);
      }
    }

    void fail(Throwable reason) {
      Told<T> first = told.getAndSet(null);
      if (first != null) {
        first.failure().accept(reason);
      }
    }

    /** Whether it needs no more watching; fails it on its own context if it is late. */
    boolean isDone(long now) {
      if (told.get() == null) {
        return true;
      }
      boolean late = now - deadline >= 0;
      if (late) {
        Here.executor(here).execute(() -> fail(new TimeoutException()));
      }
      return late;
    }
  }
}
