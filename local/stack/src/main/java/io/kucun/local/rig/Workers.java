package io.kucun.local.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Threads that do one thing again and again until they are stopped. */
public final class Workers {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean stopped;

  /** What each thread has of its own, closed at the end. */
  public interface Own extends AutoCloseable {
    @Override
    void close();
  }

  /** How a thread gets it. */
  public interface Start<T extends Own> {
    T open();
  }

  /** One round of work. */
  public interface Round<T> {
    void go(T own);
  }

  /** One thread more. */
  public <T extends Own> void add(Start<T> start, Round<T> round) {
    threads.add(Thread.ofVirtual().start(() -> work(start, round)));
  }

  /** Fails if any of them did. */
  public void check() {
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError("a reader or writer failed", thrown);
    }
  }

  /** Returns when all have ended their round. */
  public void stop() {
    stopped = true;
    for (Thread thread : threads) {
      try {
        thread.join(LIMIT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    check();
  }

  private <T extends Own> void work(Start<T> start, Round<T> round) {
    try (T own = start.open()) {
      while (!stopped) {
        round.go(own);
      }
    } catch (RuntimeException | AssertionError e) {
      failure.compareAndSet(null, e);
    }
  }
}
