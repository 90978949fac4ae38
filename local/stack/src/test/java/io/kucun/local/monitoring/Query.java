package io.kucun.local.monitoring;

import io.kucun.local.testing.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A query in PromQL, as far as its metrics and labels go. */
record Query(String text) {
  /** What Prometheus itself adds to each sample. */
  private static final Set<String> SCRAPED = Set.of("job", "instance", "namespace", "pod");

  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "on", "by", "without", "ignoring", "group_left", "bool");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|on|without|ignoring|group_left)\\s*\\(([^)]*)\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:\\{([^}]*)}|(\\()|)");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");
  private static final Pattern NUMBER = Pattern.compile("\\b[0-9][0-9.]*(e[0-9]+)?\\b");

  /** What it asks for that is not there. */
  List<String> faults(Map<String, Metric> metrics) {
    List<String> faults = new ArrayList<>();
    Set<String> known = new TreeSet<>(SCRAPED);
    String bare = NUMBER.matcher(RANGE.matcher(text).replaceAll("")).replaceAll("");
    Matcher selector = SELECTOR.matcher(GROUPING.matcher(bare).replaceAll(""));
    int found = 0;
    while (selector.find()) {
      String name = selector.group(1);
      if (selector.group(3) != null || WORDS.contains(name)) {
        continue;
      }
      found++;
      Metric metric = metric(name, metrics);
      if (metric == null) {
        faults.add("no metric " + name);
      } else {
        known.addAll(metric.labels());
        faults.addAll(unknown(selector.group(2), metric));
      }
    }
    if (found == 0) {
      faults.add("no metric at all");
    }
    faults.addAll(groupings(bare, known));
    return faults;
  }

  private static @Nullable Metric metric(String name, Map<String, Metric> metrics) {
    if (name.equals("up")) {
      return new Metric(name, "gauge", Set.of(), "of Prometheus");
    }
    Metric spread = metrics.get(name.replaceAll("_(sum|count|max)$", ""));
    Metric exact = metrics.get(name);
    if (exact != null) {
      return isSpread(exact) ? null : exact;
    }
    return spread != null && isSpread(spread) ? spread : null;
  }

  private static boolean isSpread(Metric metric) {
    return Set.of("summary", "histogram").contains(metric.type());
  }

  private static List<String> unknown(@Nullable String matchers, Metric metric) {
    List<String> faults = new ArrayList<>();
    Matcher matcher = MATCHER.matcher(matchers == null ? "" : matchers);
    while (matcher.find()) {
      String label = matcher.group(1);
      if (!metric.labels().contains(label) && !SCRAPED.contains(label)) {
        faults.add("no label " + label + " of " + metric.name());
      }
    }
    return faults;
  }

  private static List<String> groupings(String bare, Set<String> known) {
    List<String> faults = new ArrayList<>();
    Matcher grouping = GROUPING.matcher(bare);
    while (grouping.find()) {
      for (String label : grouping.group(2).strip().split("\\s*,\\s*", -1)) {
        if (!label.isEmpty() && !known.contains(label)) {
          faults.add("no label " + label + " to group by");
        }
      }
    }
    return faults;
  }
}
