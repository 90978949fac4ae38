package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Spread;
import io.kucun.local.bench.Web;
import io.kucun.local.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What clients that do not read cost the gateway and those who do. */
final class StalledReaders {
  private static final int STALLED = 20;

  /** Some are given up for a missing pong before they are full. */
  private static final int CONNECTED = 32;

  private static final int SMALL_BUFFER = 4_096;
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final int FULL_WITHIN = 90;
  private static final double MOST_MEMORY = 64;
  private static final double MOST_P99 = 2;

  private final Contenders contenders;
  private final FanoutOptions options;
  private final Consumer<String> notices;

  StalledReaders(Contenders contenders, FanoutOptions options, Consumer<String> notices) {
    this.contenders = contenders;
    this.options = options;
    this.notices = notices;
  }

  /** Returns the lines of the result. */
  List<String> run(Target target, Load load) {
    List<Figures> without = new ArrayList<>();
    List<Figures> with = new ArrayList<>();
    try (Crowd crowd = new Crowd(contenders, target, load.connections())) {
      crowd.measure(load, Duration.ofSeconds(Math.max(1, options.warmUpSeconds())));
      for (int round = 1; round <= options.rounds(); round++) {
        without.add(crowd.measure(load, options.window()));
        with.add(beside(crowd, load));
        notices.accept(
            String.format(
                Locale.ROOT,
                "Round %d: p99 %.1f ms, beside stalled readers %.1f; RSS %.0f MB, %.0f; lost %d",
                round,
                without.getLast().p99(),
                with.getLast().p99(),
                without.getLast().resident(),
                with.getLast().resident(),
                without.getLast().lost() + with.getLast().lost()));
      }
    }
    return lines(load, without, with);
  }

  /** The healthy ones while others are stalled, from the time when nothing more fits these. */
  private Figures beside(Crowd crowd, Load load) {
    try (Fleet stalled = new Fleet(crowd.target(), crowd.publisher().departures(), SMALL_BUFFER)) {
      stalled.connect(CONNECTED);
      crowd.settle(stalled);
      stalled.stall();
      for (int seconds = 0; full(crowd.target()) < STALLED; seconds++) {
        if (seconds == FULL_WITHIN) {
          throw new StackException("stalled readers still take messages after 90 s");
        }
        crowd.publisher().run(load, SLICE);
      }
      Figures figures = crowd.measure(load, options.window());
      if (full(crowd.target()) < STALLED) {
        throw new StackException("some of the stalled readers were closed before the end");
      }
      return figures;
    }
  }

  /** How many sockets take no more. */
  private static double full(Target target) {
    return Metrics.sum(
        Web.text("http://127.0.0.1:" + target.management() + "/q/metrics"),
        "kucun_gateway_unwritable");
  }

  private static List<String> lines(Load load, List<Figures> without, List<Figures> with) {
    double[] p99 = new double[with.size()];
    double[] memory = new double[with.size()];
    long lost = 0;
    for (int i = 0; i < p99.length; i++) {
      p99[i] = with.get(i).p99() / without.get(i).p99();
      memory[i] = with.get(i).resident() - without.get(i).resident();
      lost += with.get(i).lost() + without.get(i).lost();
    }
    Spread slower = Spread.of(p99);
    Spread larger = Spread.of(memory);
    return List.of(
        STALLED + " or more stalled readers beside " + load,
        "  p99 of the healthy, times as without: " + slower.shown(2),
        "  RSS, MB more than without: " + larger.shown(1),
        new Goal("p99 of the healthy x without", MOST_P99, slower.median()).toString(),
        new Goal("memory of the stalled, MB", MOST_MEMORY, larger.greatest()).toString(),
        new Goal("messages lost", 0, lost).toString());
  }
}
