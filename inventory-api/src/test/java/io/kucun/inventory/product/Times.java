package io.kucun.inventory.product;

import java.util.Arrays;

/** How long some queries took, each alone. */
record Times(long[] nanos) {
  Times {
    nanos = nanos.clone();
    Arrays.sort(nanos);
  }

  double millis(double part) {
    return nanos[(int) Math.ceil(part * nanos.length) - 1] / 1e6;
  }

  /** The median, what 95 of 100 take at most, and the longest, in milliseconds. */
  @Override
  public String toString() {
    return "%9.2f %9.2f %9.2f".formatted(millis(0.5), millis(0.95), millis(1));
  }
}
