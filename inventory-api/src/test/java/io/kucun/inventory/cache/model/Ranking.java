package io.kucun.inventory.cache.model;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * An order of like actors that does not depend on which is which, as far as their ranks tell.
 * Actors are alike if they are of the same group. One thread.
 */
final class Ranking {
  private final List<Integer> groups;
  private final int[] order;
  private final int[] places;
  private final int[] ranks;

  Ranking(List<Integer> groups) {
    this.groups = groups;
    this.order = new int[groups.size()];
    this.places = new int[groups.size()];
    this.ranks = new int[groups.size()];
  }

  /** Orders anew; equal ranks stay as they are. */
  void rank(IntUnaryOperator rank) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      ranks[i] = rank.applyAsInt(i);
      for (int j = i; j > 0 && precedes(order[j], order[j - 1]); j--) {
        int swapped = order[j];
        order[j] = order[j - 1];
        order[j - 1] = swapped;
      }
    }
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
  }

  private boolean precedes(int one, int other) {
    return groups.get(one).equals(groups.get(other)) && ranks[one] < ranks[other];
  }

  /** The actor at a place. */
  int at(int place) {
    return order[place];
  }

  /** The place of an actor. */
  int place(int actor) {
    return places[actor];
  }
}
