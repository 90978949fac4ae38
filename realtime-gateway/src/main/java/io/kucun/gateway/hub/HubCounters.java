package io.kucun.gateway.hub;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a hub has done so far. Written by the hub's thread, read by any. */
public final class HubCounters {

  final LongAdder events = new LongAdder();
  final LongAdder deliveries = new LongAdder();
  final LongAdder recovered = new LongAdder();
  final LongAdder notRecovered = new LongAdder();
  final LongAdder resyncs = new LongAdder();
  final LongAdder caughtUp = new LongAdder();
  final LongAdder movedOn = new LongAdder();
  final AtomicLong subscriptions = new AtomicLong();
  final AtomicLong behind = new AtomicLong();

  HubCounters() {}

  public long events() {
    return events.sum();
  }

  public long deliveries() {
    return deliveries.sum();
  }

  /** Resumes that were answered with everything missed. */
  public long recovered() {
    return recovered.sum();
  }

  public long notRecovered() {
    return notRecovered.sum();
  }

  /** Members that were told to read anew. */
  public long resyncs() {
    return resyncs.sum();
  }

  /** Times that a member fell behind on a channel and got everything all the same. */
  public long caughtUp() {
    return caughtUp.sum();
  }

  /** Times that a member fell so far behind that the log no longer had what it needed. */
  public long movedOn() {
    return movedOn.sum();
  }

  public long subscriptions() {
    return subscriptions.get();
  }

  /** How many listen to a channel and are behind on it now. */
  public long behind() {
    return behind.get();
  }
}
