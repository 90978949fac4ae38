package io.kucun.local.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a service answers to a scraper: its metrics by name. */
public final class Exposition {
  private static final Pattern HELP = Pattern.compile("# HELP (\\S+) ?(.*)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\w+)");
  private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+.*");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

  private Exposition() {}

  /** Reads the text format. */
  public static Map<String, Metric> read(String text) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    text.lines().forEach(line -> read(line, metrics));
    return named(metrics);
  }

  /** OpenMetrics names a counter without the ending that its samples have. */
  private static Map<String, Metric> named(Map<String, Metric> families) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (Metric it : families.values()) {
      boolean bare = it.type().equals("counter") && !it.name().endsWith("_total");
      String name = bare ? it.name() + "_total" : it.name();
      metrics.put(name, new Metric(name, it.type(), it.labels(), it.what()));
    }
    return metrics;
  }

  private static void read(String line, Map<String, Metric> metrics) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      Metric before = before(help.group(1), metrics);
      String what = help.group(2).strip();
      metrics.put(before.name(), new Metric(before.name(), before.type(), before.labels(), what));
    } else if (type.matches()) {
      Metric before = before(type.group(1), metrics);
      String what = before.what();
      metrics.put(before.name(), new Metric(before.name(), type.group(2), before.labels(), what));
    } else if (sample.matches()) {
      Metric metric = family(sample.group(1), metrics);
      Matcher labels = LABEL.matcher(Objects.requireNonNullElse(sample.group(2), ""));
      while (metric != null && labels.find()) {
        metric.labels().add(labels.group(1));
      }
    }
  }

  /** The two lines before the samples come in either order. */
  private static Metric before(String name, Map<String, Metric> metrics) {
    return metrics.getOrDefault(name, new Metric(name, "", new TreeSet<>(), ""));
  }

  private static @Nullable Metric family(String sample, Map<String, Metric> metrics) {
    Metric exact = metrics.get(sample);
    return exact != null ? exact : metrics.get(sample.replaceAll("_(sum|count|bucket|total)$", ""));
  }
}
