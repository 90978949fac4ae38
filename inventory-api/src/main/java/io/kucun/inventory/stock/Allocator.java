package io.kucun.inventory.stock;

import io.kucun.inventory.web.Problem.Shortage;
import io.kucun.inventory.web.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Chooses lots for the lines of a document: oldest production date first, lots without a date last,
 * of one day by colour; never two colours on one line unless it allows that. Takes from a running
 * balance, so that lines which share a lot are summed.
 */
final class Allocator {
  private static final Comparator<Pile> OLDEST_FIRST =
      Comparator.comparing(
              (Pile pile) -> pile.productionDate,
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(
              pile -> pile.colorCode, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

  private final List<Pile> oldestFirst;
  private final Map<UUID, Pile> byLot = new HashMap<>();

  Allocator(Collection<Pile> piles) {
    this.oldestFirst = piles.stream().sorted(OLDEST_FIRST).toList();
    piles.forEach(pile -> byLot.put(pile.id, pile));
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
    Map<Integer, List<Demand>> byFreedom =
        demands.stream()
            .sorted(Comparator.comparingInt(Demand::line))
            .collect(Collectors.groupingBy(Demand::freedom, TreeMap::new, Collectors.toList()));
    List<Verdict> verdicts = new ArrayList<>();
    byFreedom.values().forEach(alike -> serve(alike, verdicts));
    verdicts.sort(Comparator.comparingInt(verdict -> verdict.demand().line()));
    return verdicts;
  }

  /**
   * Lines of one freedom choose by the same properties, so that no pile is on two of their shelves:
   * the sums of a shelf stay true until the last of these lines.
   */
  private void serve(List<Demand> alike, List<Verdict> verdicts) {
    if (alike.getFirst().lotId() != null) {
      alike.forEach(demand -> verdicts.add(ofNamedLot(demand)));
      return;
    }
    Map<Demand.Choice, Shelf> shelves = shelves(alike);
    for (Demand demand : alike) {
      verdicts.add(shelves.getOrDefault(demand.choice(), Shelf.EMPTY).serve(demand));
    }
  }

  private Verdict ofNamedLot(Demand demand) {
    Pile pile = byLot.get(demand.lotId());
    if (pile == null || !demand.accepts(pile)) {
      return new Verdict(demand, 0, List.of());
    }
    long available = pile.left();
    return available < demand.quantity()
        ? new Verdict(demand, available, List.of())
        : new Verdict(
            demand,
            available,
            List.of(new Allocation(demand.line(), pile.id, pile.take(demand.quantity()))));
  }

  private Map<Demand.Choice, Shelf> shelves(List<Demand> alike) {
    Demand any = alike.getFirst();
    Set<Demand.Choice> asked = alike.stream().map(Demand::choice).collect(Collectors.toSet());
    Map<Demand.Choice, List<Pile>> groups = new HashMap<>();
    for (Pile pile : oldestFirst) {
      Demand.Choice choice = any.choice(pile);
      if (pile.left() > 0 && asked.contains(choice)) {
        groups.computeIfAbsent(choice, absent -> new ArrayList<>()).add(pile);
      }
    }
    Map<Demand.Choice, Shelf> shelves = new HashMap<>();
    groups.forEach(
        (choice, piles) -> shelves.put(choice, new Shelf(piles, any.allowMixedColors())));
    return shelves;
  }
}
