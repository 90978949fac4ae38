package io.kucun.inventory.cache;

import io.kucun.inventory.cache.Entry.Cut;
import io.kucun.inventory.cache.Leases.Lease;
import io.kucun.inventory.cache.Leases.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one load serve all who miss the same key under the same stamp: within the process by a
 * flight, among the replicas by a lease. A result carries the stamp that was read before its load;
 * who shares it must have read the same one.
 */
@ApplicationScoped
class SingleLoad {
  private static final long FIRST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 50;

  private final Lookup lookup;
  private final Leases leases;
  private final Loads loads;
  private final Vertx vertx;
  private final long patience;
  private final Flights<Flight, Shared> flights;

  SingleLoad(
      Lookup lookup,
      Leases leases,
      Loads loads,
      CacheSettings settings,
      CacheMeters meters,
      Vertx vertx) {
    this.lookup = lookup;
    this.leases = leases;
    this.loads = loads;
    this.vertx = vertx;
    this.patience = settings.leasePatience().toMillis();
    this.flights = new Flights<>(settings.flightPatience());
    meters.watch(flights);
  }

  /** What a load is for. */
  private record Flight(String key, String stamp) {}

  /**
   * What was loaded.
   *
   * @param stamp the stamp that was read before
   * @param own whether the one who asks has loaded it, and nobody else
   */
  record Shared(Loaded loaded, String stamp, boolean own) {}

  /** Loads, or gets what another loads under this stamp, or under a later one. */
  Uni<Shared> join(CacheKey key, Look look, String stamp, Supplier<Uni<Loaded>> load) {
    Attempt attempt = new Attempt(key, look, stamp, load);
    AtomicBoolean leads = new AtomicBoolean();
    return flights
        .join(
            new Flight(key.name(), stamp),
            () -> {
              leads.set(true);
              return attempt(attempt, FIRST_PAUSE_MILLIS, patience);
            })
        .map(got -> new Shared(got.loaded(), got.stamp(), got.own() && leads.get()));
  }

  /**
   * Loads an entry anew that is still good, unless somebody does so already; completes when that is
   * done.
   */
  Uni<Boolean> refresh(CacheKey key, Look look, String stamp, Supplier<Uni<Loaded>> load) {
    Flight flight = new Flight(key.name(), stamp);
    if (flights.has(flight)) {
      return Uni.createFrom().item(false);
    }
    Attempt attempt = new Attempt(key, look, stamp, load);
    Lease lease = leases.lease(key, look, stamp);
    return leases
        .renew(lease)
        .flatMap(mine ->
            mine
                ? flights.join(flight, () -> fill(attempt, lease)).replaceWith(true)
                : Uni.createFrom().item(false));
  }

  /** One who loads, with what was seen before. */
  private record Attempt(CacheKey key, Look look, String stamp, Supplier<Uni<Loaded>> load) {}

  private Uni<Shared> attempt(Attempt attempt, long pause, long left) {
    Lease lease = leases.lease(attempt.key(), attempt.look(), attempt.stamp());
    return leases
        .acquire(lease)
        .onFailure()
        .recoverWithItem(Outcome.OURS) // Then nothing is stored either, and only work is lost.
        .flatMap(outcome ->
            switch (outcome) {
              case OURS -> fill(attempt, lease);
              case FILLED -> await(attempt, 1, left);
              case HELD -> await(attempt, pause, left);
            });
  }

  private Uni<Shared> fill(Attempt attempt, Lease lease) {
    return loads
        .load(attempt.key(), attempt.load())
        .onItemOrFailure()
        .invoke((loaded, failure) -> {
          if (failure == null) {
            leases.fill(lease, loaded);
          } else {
            leases.giveUp(lease);
          }
        })
        .map(loaded -> new Shared(loaded, attempt.stamp(), true));
  }

  /** Another replica loads: its entry may be there in a moment. */
  private Uni<Shared> await(Attempt attempt, long pause, long left) {
    return left <= 0
        ? loadOnly(attempt)
        : sleep(pause)
            .flatMap(slept -> lookup.whole(attempt.key()).onFailure().recoverWithNull())
            .flatMap(look -> again(attempt, look, pause, left - pause));
  }

  private Uni<Shared> again(Attempt attempt, @Nullable Look look, long pause, long left) {
    String stamp = look == null ? null : look.seen().stamp();
    Cut cut = look == null ? null : look.seen().cut();
    if (look != null && stamp != null && cut != null) {
      return Uni.createFrom().item(new Shared(cut.loaded(), stamp, false));
    }
    // Under another stamp a lease would stand in the way of those who know more.
    return attempt.stamp().equals(stamp)
        ? attempt(attempt, Math.min(pause * 2, LONGEST_PAUSE_MILLIS), left)
        : loadOnly(attempt);
  }

  private Uni<Shared> loadOnly(Attempt attempt) {
    return loads
        .load(attempt.key(), attempt.load())
        .map(loaded -> new Shared(loaded, attempt.stamp(), true));
  }

  /** On the caller's context. */
  private Uni<Void> sleep(long millis) {
    return Uni.createFrom()
        .emitter(emitter -> vertx.setTimer(millis, now -> emitter.complete(null)));
  }
}
