package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * One piece of work at a time per key; who asks meanwhile gets its outcome. Each goes on in its own
 * context. Thread-safe.
 *
 * @param <K> names the work
 * @param <V> its result
 */
final class Flights<K, V> {
  private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
  private final Duration patience;

  /** Starts with none; nobody waits for another's work for longer than this. */
  Flights(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does the work, or waits for the one who does it.
   *
   * @return a failure of {@link io.smallrye.mutiny.TimeoutException} after too long a wait
   */
  Uni<V> join(K key, Supplier<Uni<V>> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = flights.putIfAbsent(key, mine);
    return other == null ? lead(key, mine, work) : follow(other);
  }

  /** Whether somebody does this work right now. */
  boolean has(K key) {
    return flights.containsKey(key);
  }

  int size() {
    return flights.size();
  }

  private Uni<V> lead(K key, CompletableFuture<V> mine, Supplier<Uni<V>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onItemOrFailure()
        .invoke((item, failure) -> {
          flights.remove(key, mine);
          if (failure == null) {
            mine.complete(item);
          } else {
            mine.completeExceptionally(failure);
          }
        })
        .onCancellation()
        .invoke(() -> {
          flights.remove(key, mine);
          mine.completeExceptionally(new CancellationException());
        });
  }

  private Uni<V> follow(CompletableFuture<V> other) {
    return Uni.createFrom()
        .completionStage(() -> other.copy())
        .ifNoItem()
        .after(patience)
        .fail()
        .emitOn(Here.executor());
  }
}
