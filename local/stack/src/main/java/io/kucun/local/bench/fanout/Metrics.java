package io.kucun.local.bench.fanout;

/** What a service tells of itself, in the text format of Prometheus. */
final class Metrics {
  private Metrics() {}

  /** The sum of a metric over its labels. */
  static double sum(String text, String name) {
    return sum(text, name, "");
  }

  /** The sum over those of its labels that contain this. */
  static double sum(String text, String name, String label) {
    return text.lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .filter(line -> line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
