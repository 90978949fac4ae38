package io.kucun.inventory.cache;

import io.kucun.inventory.cache.Entry.Cut;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that an event loop has read lately; those that were not used for the longest give way. A
 * copy is never answered with unless a look has seen that Redis has its entry, and that it is not
 * stale. Confined to its event loop, but for its size.
 */
final class Copies {
  /** One body gets no more than this part of the place. */
  private static final int PARTS = 8;

  private final int least;
  private final long most;
  private final Map<CacheKey, Copy> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final AtomicLong bytes = new AtomicLong();

  /**
   * Starts with none.
   *
   * @param least bytes of a body that is kept
   * @param most bytes of all bodies
   */
  Copies(int least, long most) {
    this.least = least;
    this.most = most;
  }

  /** The copy of this entry, be it stale; null for none. */
  @Nullable Copy get(CacheKey key) {
    return kept.get(key);
  }

  /** Keeps the body that a look has found, if it is worth it. */
  void keep(CacheKey key, Snapshot seen) {
    Cut cut = seen.cut();
    Buffer body = cut == null ? null : cut.body();
    if (seen.stamp() == null
        || cut == null
        || body == null
        || body.length() < least
        || body.length() > most / PARTS) {
      return;
    }
    // What arrived may be a slice of something larger.
    Buffer own = Buffer.buffer(body.getBytes());
    replaced(kept.put(key, new Copy(seen.stamp(), cut.of(own))), own.length());
    Iterator<Copy> oldest = kept.values().iterator();
    while (bytes.get() > most) {
      replaced(oldest.next(), 0);
      oldest.remove();
    }
  }

  /** Its entry is another by now, or gone. */
  void forget(CacheKey key) {
    replaced(kept.remove(key), 0);
  }

  private void replaced(@Nullable Copy old, int length) {
    bytes.lazySet(bytes.get() + length - (old == null ? 0 : old.length()));
  }

  /** Bytes of the bodies that are kept; on any thread. */
  long bytes() {
    return bytes.get();
  }
}
