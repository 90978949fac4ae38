package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What was seen, and by which session: whatever is written because of it goes to that session's run
 * of the server, or nowhere.
 *
 * @param hit the entry, if it can be answered with
 * @param refreshing whether one of those who share the look refreshes the entry
 */
record Look(RedisSession session, Snapshot seen, @Nullable Hit hit, AtomicBoolean refreshing) {

  /**
   * Makes ready what was seen.
   *
   * @param whole whether the entry was read with its body
   */
  static Look of(RedisSession session, Snapshot seen, boolean whole, long nowMillis) {
    // Without a position nobody could tell which events an entry contains.
    Hit hit =
        seen.cut() == null || seen.position() == null
            ? null
            : Hit.of(seen.cut(), seen.position(), whole, nowMillis);
    return new Look(session, seen, hit, new AtomicBoolean());
  }
}
