package io.kucun.inventory.startup;

/** The settings that most leave as they are, {@code KUCUN_…}, and that are checked all the same. */
final class Tuning {
  static final String COPIED_BYTES = "KUCUN_CACHE_COPIED_BYTES";
  static final String COPIED_BYTES_PROPERTY = "kucun.cache.copied-bytes";
  static final long MOST_COPIED_BYTES = 1L << 30;

  private Tuning() {}
}
