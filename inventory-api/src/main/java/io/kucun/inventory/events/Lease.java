package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/** This process's hold on the relay lease. Confined to the relay's event loop. */
@ApplicationScoped
class Lease {
  private static final long RENEW_NANOS = Duration.ofSeconds(1).toNanos();

  private final EventStore store;
  private final String holder = UUID.randomUUID().toString();
  private OptionalLong term = OptionalLong.empty();
  private long asked;

  Lease(EventStore store) {
    this.store = store;
  }

  /** The current term, if the lease is ours; asks the database once a second. */
  Uni<OptionalLong> hold() {
    long now = System.nanoTime();
    if (asked != 0 && now - asked < RENEW_NANOS) {
      return Uni.createFrom().item(term);
    }
    asked = now;
    return store.lease(holder).onFailure().invoke(this::forget).invoke(got -> term = got);
  }

  String holder() {
    return holder;
  }

  Uni<Void> release() {
    forget();
    return store.release(holder);
  }

  private void forget() {
    term = OptionalLong.empty();
    asked = 0;
  }
}
