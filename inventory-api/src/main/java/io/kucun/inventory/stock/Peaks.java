package io.kucun.inventory.stock;

/**
 * Numbers at places, of which the highest, and the first that is high enough, are found without
 * looking at each: every node of a binary tree has the higher of the two below it.
 */
final class Peaks {
  private final int leaves;
  private final long[] nodes;

  /** All of them zero. */
  Peaks(int places) {
    leaves = places < 2 ? 1 : 2 * Integer.highestOneBit(places - 1);
    nodes = new long[2 * leaves];
  }

  void set(int place, long value) {
    int node = leaves + place;
    nodes[node] = value;
    for (node /= 2; node > 0; node /= 2) {
      nodes[node] = Math.max(nodes[2 * node], nodes[2 * node + 1]);
    }
  }

  long highest() {
    return nodes[1];
  }

  /** The first place with at least this number, which must not be above the highest. */
  int first(long least) {
    int node = 1;
    while (node < leaves) {
      node *= 2;
      if (nodes[node] < least) {
        node++;
      }
    }
    return node - leaves;
  }
}
