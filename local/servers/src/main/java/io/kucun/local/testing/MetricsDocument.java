package io.kucun.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * What is not so: a metric that is not exposed as it is described, or has no words of its own.
   */
  public List<String> contradictions(String service, Map<String, Metric> exposed) {
    Set<String> faults = new TreeSet<>();
    for (Metric described : of(service).values()) {
      Metric there = exposed.get(described.name());
      if (there == null) {
        faults.add(described.name() + " is not exposed");
      } else {
        faults.addAll(contradictions(described, there));
      }
    }
    return List.copyOf(faults);
  }

  private static List<String> contradictions(Metric described, Metric there) {
    List<String> faults = new ArrayList<>();
    if (!there.type().equals(described.type()) || !there.labels().containsAll(described.labels())) {
      faults.add(there.name() + " is a " + there.type() + " by " + there.labels());
    }
    if (there.name().startsWith("kucun_") && there.what().isEmpty()) {
      faults.add(there.name() + " says nothing of itself");
    }
    return faults;
  }
}
