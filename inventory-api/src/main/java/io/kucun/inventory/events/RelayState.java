package io.kucun.inventory.events;

/**
 * How the events fare, as this process sees it.
 *
 * @param unassigned committed events without an offset, counted up to 100,000
 * @param unpublished events with an offset that are not known to be in Redis
 * @param oldestSeconds the age of the oldest of both; 0 without any
 * @param leads whether this process publishes
 * @param term of its lease; 0 without one
 * @param late whether the oldest waits for so long that somebody should look
 */
public record RelayState(
    long unassigned, long unpublished, long oldestSeconds, boolean leads, long term, boolean late) {

  /** How many wait in all. */
  public long waiting() {
    return unassigned + unpublished;
  }
}
