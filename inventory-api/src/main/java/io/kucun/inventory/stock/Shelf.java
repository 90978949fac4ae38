package io.kucun.inventory.stock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The piles that lines of one choice may take from, oldest first, and the sum of each group: a
 * colour, or all of them if colours may be mixed. A pile is left behind when nothing is left of it,
 * so that many lines cost no more than the piles that they use up.
 */
final class Shelf {
  static final Shelf EMPTY = new Shelf(List.of(), false);

  private final List<Pile> piles;
  private final boolean mixed;
  private final Map<String, Group> groups = new HashMap<>();

  /** The sum of each group, at the place of its oldest pile. */
  private final Peaks sums;

  /** Places of piles that have something left, and how much that is together. */
  private static final class Group {
    private final Deque<Integer> places = new ArrayDeque<>();
    private long sum;
  }

  /**
   * Piles of one product.
   *
   * @param piles those that have something left, oldest first
   */
  Shelf(List<Pile> piles, boolean mixed) {
    this.piles = piles;
    this.mixed = mixed;
    for (int place = 0; place < piles.size(); place++) {
      Group group = groups.computeIfAbsent(color(place), absent -> new Group());
      group.places.add(place);
      group.sum += piles.get(place).left();
    }
    sums = new Peaks(piles.size());
    groups.values().forEach(group -> sums.set(group.places.getFirst(), group.sum));
  }

  /** What a line gets: of the group with the oldest pieces among those that have enough. */
  Allocator.Verdict serve(Demand demand) {
    long most = sums.highest();
    return new Allocator.Verdict(demand, most, most < demand.quantity() ? List.of() : take(demand));
  }

  private List<Allocation> take(Demand demand) {
    int oldest = sums.first(demand.quantity());
    Group group = Objects.requireNonNull(groups.get(color(oldest)));
    List<Allocation> taken = new ArrayList<>();
    for (long missing = demand.quantity(); missing > 0; ) {
      Pile pile = piles.get(group.places.getFirst());
      long quantity = pile.take(missing);
      taken.add(new Allocation(demand.line(), pile.id, quantity));
      missing -= quantity;
      if (pile.left() == 0) {
        group.places.removeFirst();
      }
    }
    group.sum -= demand.quantity();
    sums.set(oldest, 0);
    if (group.sum > 0) {
      sums.set(group.places.getFirst(), group.sum);
    }
    return taken;
  }

  private String color(int place) {
    String color = piles.get(place).colorCode;
    return mixed || color == null ? "" : color;
  }
}
