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
  final AtomicLong subscriptions = new AtomicLong();

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

  public long subscriptions() {
    return subscriptions.get();
  }
}
