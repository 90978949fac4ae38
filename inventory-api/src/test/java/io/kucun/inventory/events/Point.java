package io.kucun.inventory.events;

/** Where a relay can be halted, in the order of an event's way. */
enum Point {
  /** It has the lease; nothing of this step is done. */
  BEFORE_COMPARING,
  BEFORE_RESTART,
  BEFORE_REFILL,
  BEFORE_NEW_EPOCH,
  /** The events are committed and have no offset. */
  BEFORE_OFFSETS,
  /** The offsets are committed. */
  AFTER_OFFSETS,
  BEFORE_TAGS,
  /** Their tags are confirmed; nothing is in Redis. */
  BEFORE_PUBLISHING,
  /** They are in the log and published; nobody has noted so. */
  AFTER_PUBLISHING,
  BEFORE_NOTE,
  AFTER_NOTE
}
