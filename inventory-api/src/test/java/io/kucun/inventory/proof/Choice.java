package io.kucun.inventory.proof;

import io.kucun.inventory.proof.Model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which lots the lines of one order get, as the contract says. */
final class Choice {
  private final Map<Goods, Long> left;
  private final Rule broken;
  private final SortedMap<Integer, String> shortages = new TreeMap<>();

  /**
   * A choice among these pieces.
   *
   * @param left what each lot has available; changed by what is taken
   */
  Choice(Map<Goods, Long> left, Rule broken) {
    this.left = left;
    this.broken = broken;
  }

  private boolean holds(Rule rule) {
    return rule != broken;
  }

  /** What was missing, in the order of the lines. */
  String shortages() {
    return String.join("", shortages.values());
  }

  /** What each line gets; nothing for a line that is short. */
  List<Map<Goods, Long>> take(List<Line> lines) {
    List<Map<Goods, Long>> taken = new ArrayList<>();
    List<Integer> turns = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      taken.add(new LinkedHashMap<>());
      turns.add(i);
    }
    if (holds(Rule.NAMED_LOTS_FIRST)) {
      turns.sort(Comparator.comparingInt(i -> lines.get(i).freedom()));
    }
    turns.forEach(number -> take(number, lines.get(number), taken.get(number)));
    return taken;
  }

  private void take(int number, Line line, Map<Goods, Long> taken) {
    long most = 0;
    for (List<Goods> pool : pools(line)) {
      long sum = pool.stream().mapToLong(left::get).sum();
      if (sum >= line.quantity()) {
        take(pool, line.quantity(), taken);
        return;
      }
      most = Math.max(most, sum);
    }
    shortages.put(number, " /items/" + number + ":" + line.quantity() + ":" + most);
  }

  private void take(List<Goods> pool, long quantity, Map<Goods, Long> taken) {
    long missing = quantity;
    for (Goods goods : pool) {
      long pieces = Math.min(missing, left.get(goods));
      if (pieces > 0) {
        taken.put(goods, pieces);
        missing -= pieces;
        if (holds(Rule.LINES_ARE_SUMMED)) {
          left.merge(goods, -pieces, Long::sum);
        }
      }
    }
  }

  /** The lots that the line may be made up of, each pool in turn; of one colour unless mixed. */
  private Iterable<List<Goods>> pools(Line line) {
    Map<String, List<Goods>> pools = new LinkedHashMap<>();
    boolean together = line.mixed() || !holds(Rule.ONE_COLOR_A_LINE);
    left.keySet().stream()
        .filter(goods -> line.accepts(goods) && left.get(goods) > 0)
        .sorted(turn())
        .forEach(goods ->
            pools
                .computeIfAbsent(
                    together ? "all" : "color " + goods.color(), x -> new ArrayList<>())
                .add(goods));
    return pools.values();
  }

  private Comparator<Goods> turn() {
    String undated = holds(Rule.UNDATED_LAST) ? "9999" : "0000";
    Comparator<Goods> byDate = Comparator.comparing(g -> g.date() == null ? undated : g.date());
    Comparator<Goods> byColor = Comparator.comparing(g -> g.color() == null ? "" : g.color());
    return (holds(Rule.OLDEST_FIRST) ? byDate : byDate.reversed()).thenComparing(byColor);
  }
}
