package io.kucun.local.delivery;

import io.kucun.local.delivery.Evidence.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the writes. Thread-safe. */
final class Journal {
  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong repeated = new AtomicLong();

  void written(String entity, long version) {
    promises.add(new Promise(entity, version));
    written.incrementAndGet();
  }

  void refused() {
    refused.incrementAndGet();
  }

  /** A request was sent again, because its outcome was unknown. */
  void repeated() {
    repeated.incrementAndGet();
  }

  long written() {
    return written.get();
  }

  List<Promise> promises() {
    return new ArrayList<>(promises);
  }

  @Override
  public String toString() {
    return "%d writes acknowledged, %d refused, %d sent again"
        .formatted(written.get(), refused.get(), repeated.get());
  }
}
