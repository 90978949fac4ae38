package io.kucun.inventory.stock;

import io.kucun.inventory.web.Problem.Shortage;
import io.kucun.inventory.web.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Chooses lots for the lines of a document: oldest production date first, lots without a date last,
 * of one day by colour; never two colours on one line unless it allows that. Takes from a running
 * balance, so that lines which share a lot are summed.
 */
final class Allocator {
  private static final Comparator<Lot> OLDEST_FIRST =
      Comparator.comparing(
              (Lot lot) -> lot.productionDate,
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(
              lot -> lot.colorCode, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  private final Map<UUID, List<Lot>> oldestFirst;
  private final Map<UUID, Long> left = new HashMap<>();

  Allocator(Collection<Lot> lots) {
    this.oldestFirst =
        lots.stream().sorted(OLDEST_FIRST).collect(Collectors.groupingBy(lot -> lot.productId));
    lots.forEach(lot -> left.put(lot.id, lot.available()));
  }

  /**
   * What one line gets: its allocations, or none.
   *
   * @param available the most that the line could have taken at its turn
   */
  record Verdict(Demand demand, long available, List<Allocation> taken) {
    boolean sufficient() {
      return available >= demand.quantity();
    }
  }

  /**
   * All lines, or none.
   *
   * @throws ProblemException 409 that names each line for which there is too little, in their order
   */
  List<Allocation> allocate(List<Demand> demands) {
    List<Verdict> verdicts = judge(demands);
    List<Shortage> shortages =
        verdicts.stream()
            .filter(verdict -> !verdict.sufficient())
            .map(line ->
                new Shortage(line.demand().pointer(), line.demand().quantity(), line.available()))
            .toList();
    if (!shortages.isEmpty()) {
      throw ProblemException.insufficient(shortages);
    }
    return verdicts.stream().flatMap(verdict -> verdict.taken().stream()).toList();
  }

  /** What each line gets, in the order of the lines; a line that is short takes nothing. */
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
    for (List<Lot> candidates : candidates(demand)) {
      long available = candidates.stream().mapToLong(this::left).sum();
      most = Math.max(most, available);
      if (available >= demand.quantity() && taken.isEmpty()) {
        taken = take(demand, candidates);
      }
    }
    return new Verdict(demand, most, taken);
  }

  /** The groups of lots that the line may be made up of, the one with the oldest pieces first. */
  private Collection<List<Lot>> candidates(Demand demand) {
    Map<String, List<Lot>> groups = new LinkedHashMap<>();
    for (Lot lot : oldestFirst.getOrDefault(demand.productId(), List.of())) {
      if (left(lot) > 0 && demand.accepts(lot)) {
        String group = demand.allowMixedColors() || lot.colorCode == null ? "" : lot.colorCode;
        groups.computeIfAbsent(group, absent -> new ArrayList<>()).add(lot);
      }
    }
    return groups.values();
  }

  private List<Allocation> take(Demand demand, List<Lot> lots) {
    List<Allocation> taken = new ArrayList<>();
    long missing = demand.quantity();
    for (Lot lot : lots) {
      long quantity = Math.min(missing, left(lot));
      if (quantity > 0) {
        left.merge(lot.id, -quantity, Long::sum);
        taken.add(new Allocation(demand.line(), lot.id, quantity));
        missing -= quantity;
      }
    }
    return taken;
  }

  private long left(Lot lot) {
    return left.getOrDefault(lot.id, 0L);
  }
}
