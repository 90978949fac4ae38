package io.kucun.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables in {@code docs/metrics.md}: of each service, what it exposes. */
public final class MetricsDocument {
  private final Map<String, Map<String, Metric>> services = new LinkedHashMap<>();

  private MetricsDocument() {}

  /** Reads the file. */
  public static MetricsDocument read(Path file) {
    MetricsDocument document = new MetricsDocument();
    Map<String, Metric> section = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("## ")) {
          section = new LinkedHashMap<>();
          document.services.put(line.substring(3).strip(), section);
        } else if (line.startsWith("| `")) {
          Metric metric = row(line);
          section.put(metric.name(), metric);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return document;
  }

  private static Metric row(String line) {
    List<String> cells = Arrays.asList(line.split("\\s*\\|\\s*", -1));
    Set<String> labels =
        Arrays.stream(cells.get(3).replace("`", "").split(",\\s*", -1))
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Metric(cells.get(1).replace("`", ""), cells.get(2), labels, cells.get(4));
  }

  /** The metrics of a service, by name. */
  public Map<String, Metric> of(String service) {
    return services.getOrDefault(service, Map.of());
  }

  /**
   * What is not so: a metric that is not exposed as it is described, and one of ours that is not
   * described or has no words of its own.
   */
  public List<String> contradictions(String service, Map<String, Metric> exposed) {
    Set<String> faults = new TreeSet<>();
    of(service)
        .forEach((name, described) -> {
          Metric there = exposed.get(name);
          if (there == null) {
            faults.add(name + " is not exposed");
          } else if (!there.type().equals(described.type())
              || !there.labels().equals(described.labels())) {
            faults.add(name + " is a " + there.type() + " by " + there.labels());
          }
        });
    exposed
        .values()
        .forEach(there -> {
          boolean most = there.name().endsWith("_max") && isSummary(there.name(), exposed);
          boolean described = of(service).containsKey(there.name());
          if (there.name().startsWith("kucun_") && !most && !described) {
            faults.add(there.name() + " is not described");
          }
          if (described && there.what().isEmpty()) {
            faults.add(there.name() + " says nothing of itself");
          }
        });
    return List.copyOf(faults);
  }

  private static boolean isSummary(String most, Map<String, Metric> exposed) {
    Metric summary = exposed.get(most.replaceAll("_max$", ""));
    return summary != null && summary.type().equals("summary");
  }
}
