package io.kucun.local.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Some times, in microseconds. */
record Delays(List<Long> sorted) {
  static Delays of(List<Long> micros) {
    List<Long> sorted = new ArrayList<>(micros);
    Collections.sort(sorted);
    return new Delays(sorted);
  }

  double millis(double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e3;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "p50 %6.1f  p99 %6.1f  max %6.1f ms", millis(0.5), millis(0.99), millis(1));
  }
}
