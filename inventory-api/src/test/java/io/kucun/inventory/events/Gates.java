package io.kucun.inventory.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stops a relay at a point, as a paused process is, until it is let go; or for ever. */
final class Gates {
  private record Gate(AtomicInteger passes, CompletableFuture<Void> open, AtomicInteger waiting) {}

  private final Map<Point, Gate> gates = new ConcurrentHashMap<>();

  /** The next to come to the point waits there. */
  void halt(Point point) {
    haltAfter(0, point);
  }

  /** So many may pass before one waits. */
  void haltAfter(int passes, Point point) {
    gates.put(
        point, new Gate(new AtomicInteger(passes), new CompletableFuture<>(), new AtomicInteger()));
  }

  /** Returns when somebody waits there. */
  void reached(Point point) {
    Eventually.holds(() ->
        assertThat(Objects.requireNonNull(gates.get(point)).waiting())
            .as("%s", point)
            .hasPositiveValue());
  }

  void open(Point point) {
    Objects.requireNonNull(gates.remove(point)).open().complete(null);
  }

  <T> Uni<T> before(Point point, Supplier<Uni<T>> act) {
    return pass(point).flatMap(passed -> act.get());
  }

  Uni<Void> pass(Point point) {
    return Uni.createFrom()
        .deferred(() -> {
          Gate gate = gates.get(point);
          if (gate == null || gate.passes().getAndDecrement() > 0) {
            return Uni.createFrom().voidItem();
          }
          gate.waiting().incrementAndGet();
          return Uni.createFrom().completionStage(gate.open());
        });
  }
}
