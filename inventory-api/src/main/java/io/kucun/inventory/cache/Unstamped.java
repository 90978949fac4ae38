package io.kucun.inventory.cache;

import io.kucun.inventory.events.Positions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads past the cache. Nothing says then under which generations a value was loaded, so that a
 * load serves only those who came before it began.
 */
@ApplicationScoped
class Unstamped {
  private final Loads loads;
  private final Positions positions;
  private final Turns<String, Found> turns = new Turns<>();

  Unstamped(Loads loads, Positions positions) {
    this.loads = loads;
    this.positions = positions;
  }

  /**
   * What was loaded.
   *
   * @param position of the events that it certainly contains; null if that is not known
   */
  record Found(Loaded loaded, @Nullable String position) {}

  Uni<Found> load(CacheKey key, Supplier<Uni<Loaded>> load) {
    return turns.take(
        key.name(),
        () ->
            positions
                .committed()
                .onFailure()
                .recoverWithNull()
                .flatMap(before -> loads.load(key, load).map(loaded -> new Found(loaded, before))));
  }
}
