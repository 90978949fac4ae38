package io.kucun.inventory.cache;

import io.kucun.inventory.cache.Entry.Cut;

/**
 * The body of an entry, kept in the process so that the entry's head is enough to answer with it.
 *
 * @param stamp of the entry
 * @param cut what the entry says, with its body
 */
record Copy(String stamp, Cut cut) {

  /** Whether it is of the entry whose head was seen: stored by the same read of the database. */
  boolean isOf(Snapshot seen) {
    Cut head = seen.cut();
    return head != null
        && stamp.equals(seen.stamp())
        && cut.expiresAt() == head.expiresAt()
        && cut.etag().equals(head.etag());
  }

  /** The bytes of the body. */
  int length() {
    return cut.body() == null ? 0 : cut.body().length();
  }
}
