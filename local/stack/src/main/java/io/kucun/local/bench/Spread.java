package io.kucun.local.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The middle one of several figures, the least and the greatest.
 *
 * @param median the mean of the two middle ones if their number is even
 */
public record Spread(double median, double least, double greatest) {
  /** Of these figures, at least one. */
  public static Spread of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** The median and the range, with so many digits after the point. */
  public String shown(int digits) {
    String one = "%." + digits + "f";
    return String.format(Locale.ROOT, one + " " + range(digits), median);
  }

  /** The least and the greatest in brackets, with so many digits after the point. */
  public String range(int digits) {
    String form = "(%." + digits + "f–%." + digits + "f)";
    return String.format(Locale.ROOT, form, least, greatest);
  }
}
