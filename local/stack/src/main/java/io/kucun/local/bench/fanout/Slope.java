package io.kucun.local.bench.fanout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How a series rises: the median of the slopes between any two of its points (Theil and Sen). */
final class Slope {
  private Slope() {}

  /** For each step; 0 of fewer than two points. */
  static double of(List<Double> points) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      for (int j = i + 1; j < points.size(); j++) {
        slopes.add((points.get(j) - points.get(i)) / (j - i));
      }
    }
    Collections.sort(slopes);
    int middle = slopes.size() / 2;
    if (slopes.isEmpty()) {
      return 0;
    }
    return slopes.size() % 2 == 1
        ? slopes.get(middle)
        : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
  }
}
