package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One step of an event's way: the lease, offsets, tags, Redis, and a note of it. Whatever fails is
 * done again by the next step. One step at a time.
 */
@ApplicationScoped
class Carrier {
  private final EventStore store;
  private final RedisLog log;
  private final Lease lease;
  private final Reconciliation reconciliation;
  private final BeforePublish before;
  private final EventSettings settings;
  private final RelayMeters meters;
  private @Nullable Hold compared;
  private long comparedAt;

  Carrier(
      EventStore store,
      RedisLog log,
      Lease lease,
      Reconciliation reconciliation,
      BeforePublish before,
      EventSettings settings,
      RelayMeters meters) {
    this.store = store;
    this.log = log;
    this.lease = lease;
    this.reconciliation = reconciliation;
    this.before = before;
    this.settings = settings;
    this.meters = meters;
  }

  /** Does what there is to do, within bounds; true if there may be more. */
  Uni<Boolean> step() {
    return lease
        .hold()
        .flatMap(hold -> hold.isEmpty() ? Uni.createFrom().item(false) : inStep(hold.get()))
        .invoke(done -> lease.trust());
  }

  /**
   * Forgets what is known of Redis and of the lease: the next step asks and compares. To be called
   * after any failure.
   */
  void doubt() {
    compared = null;
    lease.doubt();
  }

  /**
   * A hold begins with a comparison, before it gives any offset: a restored database is noticed
   * while it is still behind Redis.
   */
  private Uni<Boolean> inStep(Hold hold) {
    boolean recently = System.nanoTime() - comparedAt < settings.compare().toNanos();
    if (hold.equals(compared) && recently) {
      return carry(hold);
    }
    return reconciliation
        .run(hold)
        .flatMap(done -> done ? carryOn(hold) : Uni.createFrom().item(true));
  }

  private Uni<Boolean> carryOn(Hold hold) {
    compared = hold;
    comparedAt = System.nanoTime();
    return carry(hold);
  }

  private Uni<Boolean> carry(Hold hold) {
    return store
        .assign(hold, settings.batch())
        .flatMap(assigned -> store.pending(settings.batch(), reconciliation.broken()))
        .flatMap(this::publish);
  }

  private Uni<Boolean> publish(Numbered batch) {
    if (batch.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    Set<String> tags = new TreeSet<>();
    Map<String, Long> reached = new HashMap<>();
    for (EventRow event : batch.events()) {
      tags.addAll(event.tags());
      reached.put(event.channel(), event.offset());
    }
    return before
        .beforePublish(tags)
        .flatMap(confirmed -> log.publish(batch))
        .invoke(done -> TraceLog.published(batch.events(), batch.epoch()))
        .flatMap(done -> note(batch.epoch(), reached))
        .invoke(done -> meters.published(batch.events().size()))
        .replaceWith(true);
  }

  private Uni<Void> note(String epoch, Map<String, Long> reached) {
    return Uni.join()
        .all(
            reached.entrySet().stream()
                .map(
                    entry -> store.published(entry.getKey(), new Position(epoch, entry.getValue())))
                .toList())
        .andFailFast()
        .replaceWithVoid();
  }
}
