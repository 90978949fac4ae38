package io.kucun.local.bench.fanout;

/**
 * What the clients of a fleet have got since a message. Written by the fleet's thread; counts may
 * be read by any.
 */
final class Tally {
  private final Departures departures;
  private final Latencies latencies = new Latencies();
  private final long from;
  private long received;
  private volatile long shown;

  /** Counts messages from this offset on. */
  Tally(Departures departures, long from) {
    this.departures = departures;
    this.from = from;
  }

  void add(long offset, long now) {
    if (offset >= from) {
      received++;
      latencies.add(now - departures.of(offset));
    }
  }

  /** Lets others see what was counted. */
  void show() {
    shown = received;
  }

  long received() {
    return shown;
  }

  /** To be read when all that was expected has been received. */
  Latencies latencies() {
    return latencies;
  }
}
