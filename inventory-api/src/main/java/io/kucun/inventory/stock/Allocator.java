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
import java.util.SortedMap;
import java.util.TreeMap;
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
   * All lines, or none.
   *
   * @throws ProblemException 409 that names each line for which there is too little, in their order
   */
  List<Allocation> allocate(List<Demand> demands) {
    List<Allocation> taken = new ArrayList<>();
    SortedMap<Integer, Shortage> shortages = new TreeMap<>();
    demands.stream()
        .sorted(Comparator.comparingInt(Demand::freedom).thenComparingInt(Demand::line))
        .forEach(demand -> allocate(demand, taken, shortages));
    if (!shortages.isEmpty()) {
      throw ProblemException.insufficient(List.copyOf(shortages.values()));
    }
    taken.sort(Comparator.comparingInt(Allocation::line));
    return taken;
  }

  private void allocate(
      Demand demand, List<Allocation> taken, SortedMap<Integer, Shortage> shortages) {
    long most = 0;
    for (List<Lot> candidates : candidates(demand)) {
      long available = candidates.stream().mapToLong(this::left).sum();
      if (available >= demand.quantity()) {
        take(demand, candidates, taken);
        return;
      }
      most = Math.max(most, available);
    }
    shortages.put(demand.line(), new Shortage(demand.pointer(), demand.quantity(), most));
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

  private void take(Demand demand, List<Lot> lots, List<Allocation> taken) {
    long missing = demand.quantity();
    for (Lot lot : lots) {
      long quantity = Math.min(missing, left(lot));
      if (quantity > 0) {
        left.merge(lot.id, -quantity, Long::sum);
        taken.add(new Allocation(demand.line(), lot.id, quantity));
        missing -= quantity;
      }
    }
  }

  private long left(Lot lot) {
    return left.getOrDefault(lot.id, 0L);
  }
}
