package io.kucun.inventory.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Makes cached reads stale before the request that changed what they show is answered. */
@ApplicationScoped
public class Invalidation {
  private static final Logger LOG = Logger.getLogger(Invalidation.class);

  /** More tags than this are not told one by one: the namespaces make everything stale. */
  private static final int MOST_TAGS = 512;

  private static final int MOST_PENDING = 8_192;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

  private final Generations generations;
  private final CacheSettings settings;
  private final CacheMeters meters;
  private final PendingInvalidation pending;
  private final Vertx vertx;
  private final Unconfirmed unconfirmed = new Unconfirmed(MOST_PENDING);
  private final AtomicBoolean retrying = new AtomicBoolean();

  Invalidation(
      Generations generations,
      CacheSettings settings,
      CacheMeters meters,
      PendingInvalidation pending,
      Vertx vertx) {
    this.generations = generations;
    this.settings = settings;
    this.meters = meters;
    this.pending = pending;
    this.vertx = vertx;
    meters.watch(unconfirmed);
  }

  /**
   * Completes when Redis has confirmed that every entry with one of these tags is stale, or after a
   * second without that; then the current request's answer says {@code Kucun-Cache: pending}. Never
   * fails: the write stands, it is tried again here, and the relay makes its tags stale before it
   * publishes.
   */
  public Uni<Void> confirm(Set<String> tags) {
    Set<String> few = tags.size() > MOST_TAGS ? Unconfirmed.EVERYTHING : tags;
    // While others wait for Redis it is known to be away: that need not cost each write a second.
    Duration limit = unconfirmed.isEmpty() ? settings.confirmation() : settings.readBudget();
    return bump(few, limit)
        .onFailure()
        .invoke(failure -> unconfirmed(few, failure))
        .onFailure()
        .recoverWithNull()
        .emitOn(Here.executor());
  }

  private Uni<Void> bump(Set<String> tags, Duration limit) {
    return Uni.createFrom()
        .deferred(() -> generations.bump(tags))
        .onFailure(RedisAway.class)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .expireIn(limit.toMillis())
        .ifNoItem()
        .after(limit)
        .fail();
  }

  private void unconfirmed(Set<String> tags, Throwable failure) {
    LOG.debugf("Invalidation is pending: %s", failure.getMessage());
    meters.unconfirmed();
    pending.mark();
    unconfirmed.add(tags);
    retry();
  }

  /** As soon as Redis is back, replicas no longer have to wait for the relay. */
  private void retry() {
    if (!unconfirmed.isEmpty() && retrying.compareAndSet(false, true)) {
      vertx.setTimer(settings.retry().toMillis(), now -> again(unconfirmed.seen()));
    }
  }

  private void again(Map<String, Long> seen) {
    generations
        .bump(seen.keySet())
        .ifNoItem()
        .after(settings.confirmation())
        .fail()
        .subscribe()
        .with(
            done -> {
              unconfirmed.confirmed(seen);
              again();
            },
            failure -> again());
  }

  private void again() {
    retrying.set(false);
    retry();
  }
}
