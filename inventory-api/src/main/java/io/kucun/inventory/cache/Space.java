package io.kucun.inventory.cache;

import java.time.Duration;

/**
 * The namespaces of the cache: the first part of an entry's key, and how long an entry may live.
 */
public enum Space {
  PRODUCTS_LIST("products:list", Duration.ofSeconds(60)),
  PRODUCTS_DETAIL("products:detail", Duration.ofSeconds(60)),
  INVENTORY_LIST("inventory:list", Duration.ofSeconds(10)),
  INVENTORY_SUMMARY("inventory:summary", Duration.ofSeconds(10));

  private final String wire;
  private final Duration ttl;

  Space(String wire, Duration ttl) {
    this.wire = wire;
    this.ttl = ttl;
  }

  /** The name in keys, in metrics and, as a tag, in every stamp of the namespace. */
  public String wire() {
    return wire;
  }

  /** How long an entry may live, before jitter. */
  public Duration ttl() {
    return ttl;
  }
}
