package io.kucun.inventory.events;

/** PostgreSQL lacks an event whose offset was given: the channel cannot be filled beyond it. */
final class MissingEvent extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingEvent(String channel, long after) {
    super(channel + " lacks an event after offset " + after, null, false, false);
  }
}
