package io.kucun.gateway.hub;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a hub has done so far. Written by the hub's thread, read by any. */
public final class HubCounters {

  final LongAdder events = new LongAdder();
  final LongAdder deliveries = new LongAdder();
  final LongAdder resyncs = new LongAdder();
  final LongAdder caughtUp = new LongAdder();
  final LongAdder movedOn = new LongAdder();
  final AtomicLong subscriptions = new AtomicLong();
  final AtomicLong behind = new AtomicLong();

  final AtomicLong recalling = new AtomicLong();
  final LongAdder recalls = new LongAdder();
  final LongAdder recalled = new LongAdder();
  final Allowance older;
  private final Map<ResumeOutcome, LongAdder> resumes = new EnumMap<>(ResumeOutcome.class);

  HubCounters(Allowance older) {
    this.older = older;
    for (ResumeOutcome outcome : ResumeOutcome.values()) {
      resumes.put(outcome, new LongAdder());
    }
  }

  private LongAdder of(ResumeOutcome outcome) {
    return Objects.requireNonNull(resumes.get(outcome));
  }

  void resumed(ResumeOutcome outcome) {
    of(outcome).increment();
  }

  public long events() {
    return events.sum();
  }

  public long deliveries() {
    return deliveries.sum();
  }

  /** Subscriptions from a position that came to this. */
  public long resumes(ResumeOutcome outcome) {
    return of(outcome).sum();
  }

  /** Times that older events were asked for. */
  public long recalls() {
    return recalls.sum();
  }

  /** Older events that were taken into memory for those who missed them. */
  public long recalled() {
    return recalled.sum();
  }

  /** How many wait for older events now. */
  public long recalling() {
    return recalling.get();
  }

  /** Bytes of older events that are in memory beyond the limits of their channels. */
  public long olderBytes() {
    return older.used();
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
