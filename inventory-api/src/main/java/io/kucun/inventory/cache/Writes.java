package io.kucun.inventory.cache;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.events.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Runs a business transaction: its events are rows of it, and what it makes stale has a fresh
 * generation before the caller is answered. That holds for a failure too, because the outcome of a
 * commit may be unknown.
 */
@ApplicationScoped
public class Writes {
  private static final Logger LOG = Logger.getLogger(Writes.class);
  private static final Duration CONFIRMATION = Duration.ofSeconds(1);

  private final Outbox outbox;
  private final Generations generations;
  private final CacheMeters meters;
  private final PendingInvalidation pending;

  Writes(Outbox outbox, Generations generations, CacheMeters meters, PendingInvalidation pending) {
    this.outbox = outbox;
    this.generations = generations;
    this.meters = meters;
    this.pending = pending;
  }

  /** Does the work and appends its changes in one transaction. */
  public <T> Uni<T> inTransaction(Function<Changes, Uni<T>> work) {
    Changes changes = new Changes();
    return Panache.withTransaction(
            () -> work.apply(changes).call(() -> outbox.append(changes.events())))
        .onItemOrFailure()
        .call((item, failure) -> settle(changes.tags()));
  }

  private Uni<Void> settle(Set<String> tags) {
    outbox.wake();
    return generations
        .bump(tags)
        .ifNoItem()
        .after(CONFIRMATION)
        .fail()
        .onFailure()
        .invoke(this::unconfirmed)
        .onFailure()
        .recoverWithNull();
  }

  /** The write stands all the same: the relay makes its tags stale before it publishes. */
  private void unconfirmed(Throwable failure) {
    LOG.debugf("Invalidation is pending: %s", failure.getMessage());
    meters.unconfirmed();
    pending.mark();
  }
}
