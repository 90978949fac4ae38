package io.kucun.inventory.stock;

import io.kucun.inventory.stock.Allocator.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of the {@link Allocator}, told plainly: each line looks at all piles. */
final class PlainAllocator {
  private final List<Pile> oldestFirst;

  PlainAllocator(Collection<Pile> piles) {
    oldestFirst =
        piles.stream()
            .sorted(
                Comparator.comparing((Pile pile) -> String.valueOf(pile.productionDate))
                    .thenComparing(pile -> pile.colorCode == null ? "" : pile.colorCode))
            .toList();
  }

  List<Verdict> judge(List<Demand> demands) {
    return demands.stream()
        .sorted(Comparator.comparingInt(Demand::freedom).thenComparingInt(Demand::line))
        .map(this::judge)
        .sorted(Comparator.comparingInt(verdict -> verdict.demand().line()))
        .toList();
  }

  private Verdict judge(Demand demand) {
    List<Allocation> taken = List.of();
    long most = 0;
    for (List<Pile> candidates : candidates(demand)) {
      long available = candidates.stream().mapToLong(Pile::left).sum();
      most = Math.max(most, available);
      if (available >= demand.quantity() && taken.isEmpty()) {
        taken = take(demand, candidates);
      }
    }
    return new Verdict(demand, most, taken);
  }

  private Collection<List<Pile>> candidates(Demand demand) {
    Map<String, List<Pile>> groups = new LinkedHashMap<>();
    for (Pile pile : oldestFirst) {
      if (pile.left() > 0 && accepts(demand, pile)) {
        String group = demand.allowMixedColors() || pile.colorCode == null ? "" : pile.colorCode;
        groups.computeIfAbsent(group, absent -> new ArrayList<>()).add(pile);
      }
    }
    return groups.values();
  }

  private static boolean accepts(Demand demand, Pile pile) {
    return demand.productId().equals(pile.productId)
        && (demand.lotId() == null || demand.lotId().equals(pile.id))
        && (demand.colorCode() == null || demand.colorCode().equals(pile.colorCode))
        && (demand.productionDate() == null || demand.productionDate().equals(pile.productionDate));
  }

  private static List<Allocation> take(Demand demand, List<Pile> piles) {
    List<Allocation> taken = new ArrayList<>();
    long missing = demand.quantity();
    for (Pile pile : piles) {
      long quantity = pile.take(missing);
      if (quantity > 0) {
        taken.add(new Allocation(demand.line(), pile.id, quantity));
        missing -= quantity;
      }
    }
    return taken;
  }
}
