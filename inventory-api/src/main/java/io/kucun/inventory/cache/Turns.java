package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One load per key runs, one is next. Who comes while one runs shares the next one, which begins
 * after they came: so nobody gets a value from before their request, although no stamp says so.
 * Thread-safe.
 *
 * @param <K> names the load
 * @param <V> its result
 */
final class Turns<K, V> {
  private final Map<K, Turn<V>> turns = new HashMap<>();

  /** What follows the load that runs. */
  private static final class Turn<V> {
    private @Nullable Next<V> next;
  }

  /** A load that has not begun, for all who came meanwhile. */
  private record Next<V>(Supplier<Uni<V>> load, Executor here, CompletableFuture<V> result) {}

  /** Loads now or, together with others, next. */
  Uni<V> take(K key, Supplier<Uni<V>> load) {
    CompletableFuture<V> shared;
    synchronized (turns) {
      Turn<V> turn = turns.get(key);
      if (turn == null) {
        turns.put(key, new Turn<>());
        return run(key, load);
      }
      if (turn.next == null) {
        turn.next = new Next<>(load, Here.executor(), new CompletableFuture<>());
      }
      shared = turn.next.result();
    }
    return Uni.createFrom().completionStage(shared::copy).emitOn(Here.executor());
  }

  private Uni<V> run(K key, Supplier<Uni<V>> load) {
    return Uni.createFrom().deferred(load::get).onTermination().invoke(() -> handOver(key));
  }

  private void handOver(K key) {
    Next<V> next;
    synchronized (turns) {
      Turn<V> turn = turns.get(key);
      next = turn == null ? null : turn.next;
      if (next == null) {
        turns.remove(key);
        return;
      }
      turns.put(key, new Turn<>());
    }
    CompletableFuture<V> result = next.result();
    next.here()
        .execute(() ->
            run(key, next.load())
                .subscribe()
                .with(result::complete, result::completeExceptionally));
  }
}
