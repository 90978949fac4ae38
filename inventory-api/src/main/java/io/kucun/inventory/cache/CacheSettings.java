package io.kucun.inventory.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the cache may cost, and for how long it tries. */
@ConfigMapping(prefix = "kucun.cache")
interface CacheSettings {
  /** What a read may wait for an answer of Redis before it goes to the database. */
  Duration readBudget();

  /** What a write may wait until Redis confirms that old entries are stale. */
  @WithDefault("PT1S")
  Duration confirmation();

  /** How often a write's invalidation that could not be confirmed is tried again. */
  @WithDefault("PT0.25S")
  Duration retry();

  /** Reads in a row that Redis may fail before it is left alone for a while. */
  @WithDefault("5")
  int tolerated();

  /** How long Redis is left alone at first; each time it is still away, twice as long. */
  @WithDefault("PT0.25S")
  Duration rest();

  /** The longest time that Redis is left alone. */
  @WithDefault("PT2S")
  Duration longestRest();

  /** How long one replica may keep the others from loading the same thing. */
  @WithDefault("PT3S")
  Duration lease();

  /** How long a replica waits for the load of another replica. */
  @WithDefault("PT0.5S")
  Duration leasePatience();

  /** How long a read waits for the load of another read of the same process. */
  @WithDefault("PT5S")
  Duration flightPatience();

  /** How long it is known that something is not there. */
  @WithDefault("PT5S")
  Duration negativeTtl();

  /** The last part of an entry's life in which a hit loads it anew, so that nobody waits. */
  @WithDefault("0.15")
  double refreshAhead();

  /** Reads of the database at the same time; the other connections are left to writes. */
  @WithDefault("12")
  int loads();

  /** Reads that wait for one of these; more go straight to the database's own queue. */
  @WithDefault("1000")
  int waitingLoads();

  /** Reads that wait for one look into Redis; more look alone. */
  @WithDefault("1000")
  int waitingLooks();

  /** Bytes of bodies that the process keeps a copy of, on all event loops together; 0 for none. */
  @WithDefault("16777216")
  long copiedBytes();

  /**
   * The least bytes of a body that is worth a copy: below, its head is no less work than its body.
   */
  @WithDefault("1024")
  int leastCopied();
}
