package io.kucun.inventory.cache;

import org.jspecify.annotations.Nullable;

/**
 * A read that has looked once, and has no answer yet. Whoever has it goes on with it once: that
 * counts it.
 */
public final class Begun {
  private final CacheKey key;
  private final @Nullable Known known;
  private final SpaceMeters meters;
  private final long started;
  private final @Nullable Look look;

  /** What is known after the look; without one, Redis could not be asked. */
  Begun(
      CacheKey key, @Nullable Known known, SpaceMeters meters, long started, @Nullable Look look) {
    this.key = key;
    this.known = known;
    this.meters = meters;
    this.started = started;
    this.look = look;
  }

  /** What is read. */
  public CacheKey key() {
    return key;
  }

  @Nullable Known known() {
    return known;
  }

  SpaceMeters meters() {
    return meters;
  }

  /** When it began, by {@link System#nanoTime}. */
  long started() {
    return started;
  }

  @Nullable Look look() {
    return look;
  }
}
