package io.kucun.inventory.cache;

import io.kucun.inventory.redis.RedisSession;

/**
 * What was seen, and by which session: whatever is written because of it goes to that session's run
 * of the server, or nowhere.
 *
 * @param whole whether the entry was read with its body
 */
record Look(RedisSession session, Snapshot seen, boolean whole) {}
