package io.kucun.inventory.cache.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an exploration found.
 *
 * @param states distinct states
 * @param transitions steps taken between them
 * @param complete whether every reachable state was visited and no read was stale
 * @param acts what was seen to happen
 * @param trace a shortest way to a stale read, empty if there is none
 */
record Outcome(
    String model, int states, long transitions, boolean complete, Set<Act> acts, List<Step> trace) {

  String summary() {
    String open = complete ? "clean" : "not finished";
    String verdict = trace.isEmpty() ? open : "stale after " + trace.size() + " steps";
    return "%s: %s; %,d states, %,d transitions".formatted(model, verdict, states, transitions);
  }

  /** The summary and the trace, a step a line. */
  @Override
  public String toString() {
    return trace.stream().map(step -> "\n  " + step).collect(Collectors.joining("", summary(), ""));
  }
}
