package io.kucun.local.bench.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something that is to be at most so much.
 *
 * @param what it is about, with its unit
 */
record Goal(String what, double most, double is) {

  boolean isMet() {
    return is <= most;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "  %-6s %s: %.2f, at most %.2f", isMet() ? "met" : "MISSED", what, is, most);
  }

  /** Those of a load, as far as those are there that it is compared with. */
  static List<Goal> of(Standing standing, Load load) {
    boolean bursts = load.burst() > 1;
    List<Goal> goals = new ArrayList<>();
    for (Competitor who : List.of(Competitor.SHIPPED, Competitor.VARIANT)) {
      if (!standing.has(who)) {
        continue;
      }
      String name = who.title() + ", ";
      if (standing.has(Competitor.NODE)) {
        double cpu = standing.ratio(who, Competitor.NODE, Figures::cpu).median();
        double p99 = standing.ratio(who, Competitor.NODE, Figures::p99).median();
        goals.add(new Goal(name + "processor time x Node", bursts ? 0.1 : 0.75, cpu));
        goals.add(new Goal(name + "p99 x Node", bursts ? 0.25 : 1, p99));
      }
      if (standing.has(Competitor.FLOOR) && !bursts) {
        double cpu = standing.ratio(who, Competitor.FLOOR, Figures::cpu).median();
        goals.add(new Goal(name + "processor time x floor", 1.3, cpu));
      }
      goals.add(new Goal(name + "messages lost", 0, standing.lost(who)));
    }
    return goals;
  }
}
