package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes cached reads stale before the request that changed what they show is answered. */
@ApplicationScoped
public class Invalidation {
  private static final Logger LOG = Logger.getLogger(Invalidation.class);
  private static final Duration CONFIRMATION = Duration.ofSeconds(1);

  private final Generations generations;
  private final CacheMeters meters;
  private final PendingInvalidation pending;

  Invalidation(Generations generations, CacheMeters meters, PendingInvalidation pending) {
    this.generations = generations;
    this.meters = meters;
    this.pending = pending;
  }

  /**
   * Completes when Redis has confirmed that every entry with one of these tags is stale, or after a
   * second without that; then the current request's answer says {@code Kucun-Cache: pending}. Never
   * fails: the write stands, and the relay makes its tags stale before it publishes.
   */
  public Uni<Void> confirm(Set<String> tags) {
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

  private void unconfirmed(Throwable failure) {
    LOG.debugf("Invalidation is pending: %s", failure.getMessage());
    meters.unconfirmed();
    pending.mark();
  }
}
