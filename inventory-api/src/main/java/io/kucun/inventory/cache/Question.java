package io.kucun.inventory.cache;

/**
 * What a look is for: reads with the same question may share one.
 *
 * @param whole whether the entry is read with its body
 */
record Question(CacheKey key, boolean whole) {}
