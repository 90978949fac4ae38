package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of loads run at once, and a bounded number wait for that. More than these
 * are not held back: the database has a bounded queue and a refusal of its own. Thread-safe.
 */
final class Bulkhead {
  private final int most;
  private final int longest;
  private final Queue<Waiting> line = new ArrayDeque<>();
  private int running;

  /** A place in the line. */
  private record Waiting(Executor here, CompletableFuture<Boolean> turn) {}

  Bulkhead(int most, int longest) {
    this.most = most;
    this.longest = longest;
  }

  /** Runs the load when it is its turn, on the caller's context. */
  <T> Uni<T> run(Supplier<Uni<T>> load) {
    CompletableFuture<Boolean> turn = enter();
    return turn == null
        ? finish(load)
        : Uni.createFrom()
            .completionStage(turn)
            .flatMap(mine -> mine ? finish(load) : Uni.createFrom().deferred(load::get));
  }

  synchronized int running() {
    return running;
  }

  synchronized int waiting() {
    return line.size();
  }

  /** Null if it may run now; else completes with whether a place is freed by its end. */
  private synchronized @Nullable CompletableFuture<Boolean> enter() {
    if (running < most) {
      running++;
      return null;
    }
    if (line.size() == longest) {
      return CompletableFuture.completedFuture(false);
    }
    Waiting waiting = new Waiting(Here.executor(), new CompletableFuture<>());
    line.add(waiting);
    return waiting.turn();
  }

  private <T> Uni<T> finish(Supplier<Uni<T>> load) {
    return Uni.createFrom().deferred(load::get).onTermination().invoke(this::leave);
  }

  private void leave() {
    Waiting next;
    synchronized (this) {
      next = line.poll();
      if (next == null) {
        running--;
        return;
      }
    }
    next.here().execute(() -> next.turn().complete(true));
  }
}
