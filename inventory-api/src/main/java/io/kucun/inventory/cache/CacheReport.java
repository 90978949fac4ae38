package io.kucun.inventory.cache;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells what the cache of this replica did. */
@ApplicationScoped
public class CacheReport {
  private final CacheMeters meters;

  CacheReport(CacheMeters meters) {
    this.meters = meters;
  }

  /** The counts since the start, as of now. */
  public CacheStats now() {
    return CacheStats.of(meters);
  }
}
