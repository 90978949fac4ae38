package io.kucun.local.bench.fanout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One load on several servers, which take turns. */
final class Comparison {
  /** Less than this is no improvement any more. */
  private static final double FLAT = 0.97;

  private static final int LONGEST_WARM_UP = 4;

  private final Contenders contenders;
  private final FanoutOptions options;
  private final Consumer<String> notices;

  Comparison(Contenders contenders, FanoutOptions options, Consumer<String> notices) {
    this.contenders = contenders;
    this.options = options;
    this.notices = notices;
  }

  /** Returns the lines of the result. */
  List<String> run(List<Target> targets, Load load) {
    Map<Competitor, Crowd> crowds = new LinkedHashMap<>();
    try {
      for (Target target : targets) {
        crowds.put(target.who(), new Crowd(contenders, target, load.connections()));
        warm(crowds.get(target.who()), load);
      }
      return lines(rounds(crowds, load), load);
    } finally {
      crowds.values().forEach(Crowd::close);
    }
  }

  private void warm(Crowd crowd, Load load) {
    int window = (int) options.window().toSeconds();
    int least = crowd.target().who() == Competitor.FLOOR ? 0 : options.warmUpSeconds();
    List<String> shown = new ArrayList<>();
    double last = Double.MAX_VALUE;
    for (int spent = 0; spent <= least * LONGEST_WARM_UP; spent += window) {
      double now = crowd.measure(load, Duration.ofSeconds(window)).cpu();
      shown.add(String.format(Locale.ROOT, "%.2f", now));
      if (spent + window >= least && now > last * FLAT) {
        break;
      }
      last = now;
    }
    notices.accept(
        "Warm: " + crowd.target().who().title() + ", CPU µs: " + String.join(" ", shown));
  }

  private Standing rounds(Map<Competitor, Crowd> crowds, Load load) {
    Standing standing = new Standing();
    for (int round = 1; round <= options.rounds(); round++) {
      crowds.forEach((who, crowd) -> standing.add(who, crowd.measure(load, options.window())));
      notices.accept("Round " + round + " of " + options.rounds() + ": " + standing.last());
    }
    return standing;
  }

  private static List<String> lines(Standing standing, Load load) {
    List<String> lines = new ArrayList<>();
    lines.add(load.toString());
    lines.addAll(standing.lines());
    Goal.of(standing, load).forEach(goal -> lines.add(goal.toString()));
    return lines;
  }
}
