package io.kucun.inventory.cache;

/** What a reader has already, by entity tag. */
@FunctionalInterface
public interface Known {
  /** Whether the reader has the body with this entity tag. */
  boolean has(String etag);
}
