package io.kucun.local.bench.fanout;

import io.kucun.local.bench.Spread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the contestants did in the rounds of one load. */
final class Standing {
  private final Map<Competitor, List<Figures>> rounds = new EnumMap<>(Competitor.class);

  void add(Competitor who, Figures figures) {
    rounds.computeIfAbsent(who, first -> new ArrayList<>()).add(figures);
  }

  boolean has(Competitor who) {
    return rounds.containsKey(who);
  }

  Spread of(Competitor who, ToDoubleFunction<Figures> figure) {
    return Spread.of(all(who).stream().mapToDouble(figure).toArray());
  }

  /** How many times as much as another, of each round by itself. */
  Spread ratio(Competitor who, Competitor other, ToDoubleFunction<Figures> figure) {
    double[] ratios = new double[all(who).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(all(who).get(i)) / figure.applyAsDouble(all(other).get(i));
    }
    return Spread.of(ratios);
  }

  long lost(Competitor who) {
    return all(who).stream().mapToLong(Figures::lost).sum();
  }

  /** The last round on a line. */
  String last() {
    return rounds.entrySet().stream()
        .map(one -> last(one.getKey(), one.getValue().getLast()))
        .collect(Collectors.joining("; "));
  }

  private static String last(Competitor who, Figures figures) {
    return String.format(
        Locale.ROOT,
        "%s %.2f µs, p99 %.1f ms%s",
        who.word(),
        figures.cpu(),
        figures.p99(),
        figures.lost() == 0 ? "" : ", LOST " + figures.lost());
  }

  /** A table of all. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-18s %18s %17s %17s %20s %20s %8s %6s %9s %6s",
            "",
            "CPU µs",
            "x Node",
            "x floor",
            "p50 ms",
            "p99 ms",
            "max ms",
            "lost",
            "client µs",
            "RSS MB"));
    rounds.keySet().forEach(who -> lines.add(line(who)));
    return lines;
  }

  private String line(Competitor who) {
    return String.format(
        Locale.ROOT,
        "%-18s %18s %17s %17s %20s %20s %8.1f %6d %9.1f %6.0f",
        who.title(),
        of(who, Figures::cpu).shown(2),
        shown(who, Competitor.NODE),
        shown(who, Competitor.FLOOR),
        of(who, Figures::p50).shown(1),
        of(who, Figures::p99).shown(1),
        of(who, Figures::most).greatest(),
        lost(who),
        of(who, Figures::client).median(),
        of(who, Figures::resident).median());
  }

  private String shown(Competitor who, Competitor other) {
    return who == other || !has(other) ? "" : ratio(who, other, Figures::cpu).shown(2);
  }

  private List<Figures> all(Competitor who) {
    return rounds.getOrDefault(who, List.of());
  }
}
