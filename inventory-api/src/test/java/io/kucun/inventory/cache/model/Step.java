package io.kucun.inventory.cache.model;

/**
 * One atomic step.
 *
 * @param stale whether it answers a read with a value that lacks a write promised before the read
 */
record Step(String actor, Act act, State next, boolean stale) {
  static Step of(String actor, Act act, State next) {
    return new Step(actor, act, next, false);
  }

  /** A line of a trace: who did what, and what it left. */
  @Override
  public String toString() {
    return "%-8s  %-42s  %s%s".formatted(actor, act, next, stale ? "   << STALE" : "");
  }
}
