package io.kucun.inventory.cache;

/** There is no session with Redis at the moment. */
final class RedisAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RedisAway() {
    super("Redis is away", null, false, false);
  }
}
