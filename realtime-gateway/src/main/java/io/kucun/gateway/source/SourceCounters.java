package io.kucun.gateway.source;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the source has seen so far. Written by the hub's thread, read by any. */
public final class SourceCounters {

  final LongAdder invalid = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder gaps = new LongAdder();
  final LongAdder filled = new LongAdder();
  final LongAdder restarts = new LongAdder();
  final LongAdder links = new LongAdder();
  final AtomicLong pursuing = new AtomicLong();

  SourceCounters() {}

  /** Messages dropped because they are not envelopes of their channel. */
  public long invalid() {
    return invalid.sum();
  }

  /** Events that came again. */
  public long duplicates() {
    return duplicates.sum();
  }

  /** Times that an event did not follow the one before it. */
  public long gaps() {
    return gaps.sum();
  }

  /** Events that were read from the log because they had not arrived. */
  public long filled() {
    return filled.sum();
  }

  /** Times that a channel had to start anew because events were lost or its numbering changed. */
  public long restarts() {
    return restarts.sum();
  }

  /** Times that the link to Redis was made. */
  public long links() {
    return links.sum();
  }

  /** Who waits now for a channel to be compared with Redis, once for each channel. */
  public long pursuing() {
    return pursuing.get();
  }
}
