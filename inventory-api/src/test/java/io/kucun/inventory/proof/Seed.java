package io.kucun.inventory.proof;

import java.util.Random;

/** Where the randomness of a test starts: printed, and settable by {@code -Dkucun.seed=…}. */
final class Seed {
  private Seed() {}

  static long of(String test) {
    long seed = Long.getLong("kucun.seed", new Random().nextLong());
    System.out.println(test + ": seed " + seed);
    return seed;
  }
}
