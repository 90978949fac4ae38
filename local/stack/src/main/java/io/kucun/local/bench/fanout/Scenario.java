package io.kucun.local.bench.fanout;

/** What can be measured, in its order. */
enum Scenario {
  IDLE(15_000, 1, 1),
  SINGLE(1_000, 50, 1),
  WIDE(5_000, 10, 1),
  BURSTS(1_000, 50, 20),
  STALLED(1_000, 400, 20);

  private final int clients;
  private final int perSecond;
  private final int burst;

  Scenario(int clients, int perSecond, int burst) {
    this.clients = clients;
    this.perSecond = perSecond;
    this.burst = burst;
  }

  Load load() {
    return new Load(clients, perSecond, burst);
  }

  /** Whether contestants are compared in what a delivery costs. */
  boolean isComparison() {
    return this == SINGLE || this == WIDE || this == BURSTS;
  }
}
