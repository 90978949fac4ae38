package io.kucun.local.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured, by contestant and round. */
final class Samples {
  private final Map<Contestant, List<Sample>> rounds = new EnumMap<>(Contestant.class);

  /** Adds the figures of the next round. */
  void add(Contestant who, Sample sample) {
    rounds.computeIfAbsent(who, first -> new ArrayList<>()).add(sample);
  }

  /** In their order. */
  Set<Contestant> contestants() {
    return rounds.keySet();
  }

  Spread of(Contestant who, ToDoubleFunction<Sample> figure) {
    return Spread.of(all(who).stream().mapToDouble(figure).toArray());
  }

  /** How many times as much as another, of each round by itself. */
  Spread ratio(Contestant who, Contestant other) {
    double[] ratios = new double[all(who).size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = all(who).get(i).service() / all(other).get(i).service();
    }
    return Spread.of(ratios);
  }

  /** The last round on a line. */
  String last() {
    return rounds.entrySet().stream()
        .map(one ->
            String.format(
                Locale.ROOT, "%s %.1f", one.getKey().word(), one.getValue().getLast().service()))
        .collect(Collectors.joining(", "));
  }

  private List<Sample> all(Contestant who) {
    return rounds.getOrDefault(who, List.of());
  }
}
