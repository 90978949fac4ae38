package io.kucun.inventory.cache;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the cache of this replica did since it started.
 *
 * @param breakerOpen whether reads leave Redis alone at the moment
 * @param pendingInvalidations tags of writes that Redis has not confirmed yet
 * @param spaces by namespace
 */
@RegisterForReflection
@Schema(name = "CacheStats")
public record CacheStats(
    boolean breakerOpen, int pendingInvalidations, Map<String, SpaceStats> spaces) {

  /**
   * One namespace. Each read is counted once: as a hit, a negative hit, a miss, a stale reject,
   * coalesced, a bypass, or failed.
   *
   * @param hits answered from the cache
   * @param negativeHits answered from the cache that there is no such thing
   * @param misses loaded, because there was no entry
   * @param staleRejects loaded, because the entry was from before a write
   * @param coalesced answered by the load of another read
   * @param bypasses answered by the database without the cache
   * @param failed loads that failed
   * @param earlyRefreshes entries that were loaded anew before they expired
   * @param errors commands to Redis that failed or were late
   * @param hitRate the part of all reads that no load was needed for, from 0 to 1
   */
  @RegisterForReflection
  @Schema(name = "CacheSpaceStats")
  public record SpaceStats(
      long hits,
      long negativeHits,
      long misses,
      long staleRejects,
      long coalesced,
      long bypasses,
      long failed,
      long earlyRefreshes,
      long errors,
      double hitRate,
      Latency hitLatency,
      Latency loadLatency) {

    static SpaceStats of(SpaceMeters meters) {
      long all = 0;
      for (Outcome outcome : Outcome.values()) {
        all += meters.count(outcome);
      }
      long hits = meters.count(Outcome.HIT) + meters.count(Outcome.NEGATIVE);
      return new SpaceStats(
          meters.count(Outcome.HIT),
          meters.count(Outcome.NEGATIVE),
          meters.count(Outcome.MISS),
          meters.count(Outcome.STALE),
          meters.count(Outcome.COALESCED),
          meters.count(Outcome.BYPASS),
          meters.count(Outcome.FAILED),
          meters.refreshes(),
          meters.errors(),
          all == 0 ? 0 : (double) hits / all,
          Latency.of(meters.hits()),
          Latency.of(meters.loads()));
    }
  }

  /** Times in microseconds. */
  @RegisterForReflection
  @Schema(name = "CacheLatency")
  public record Latency(long count, long meanMicros, long maxMicros) {
    private static Latency of(Timer timer) {
      return new Latency(
          timer.count(),
          Math.round(timer.mean(TimeUnit.MICROSECONDS)),
          Math.round(timer.max(TimeUnit.MICROSECONDS)));
    }
  }

  static CacheStats of(CacheMeters meters) {
    Map<String, SpaceStats> spaces = new LinkedHashMap<>();
    for (Space space : Space.values()) {
      spaces.put(space.wire(), SpaceStats.of(meters.of(space)));
    }
    return new CacheStats(meters.isOpen(), meters.pending(), spaces);
  }
}
