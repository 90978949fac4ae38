package io.kucun.inventory.cache;

import io.kucun.inventory.cache.Entry.Cut;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is there and not stale, made ready once for all who see it by one look.
 *
 * @param leftMillis how long it is still to live
 * @param status the value of {@code Cache-Status}
 * @param full the answer to who knows nothing; null if only the head was read
 */
record Hit(Cut cut, long leftMillis, String status, String position, @Nullable CachedBody full) {

  static Hit of(Cut cut, String position, boolean whole, long nowMillis) {
    long left = cut.expiresAt() - nowMillis;
    String status = "kucun; hit; ttl=" + Math.max(0, left / 1000);
    CachedBody full =
        whole || cut.isAbsent()
            ? CachedBody.of(cut.loaded(), nothing -> false, status, position)
            : null;
    return new Hit(cut, left, status, position, full);
  }

  /** The answer; null if that takes a body that was not read. */
  @Nullable CachedBody body(@Nullable Known known) {
    if (full != null && (known == null || cut.isAbsent())) {
      return full;
    }
    if (full == null && (known == null || !known.has(cut.etag()))) {
      return null;
    }
    return CachedBody.of(
        cut.loaded(), found -> known != null && known.has(found), status, position);
  }
}
