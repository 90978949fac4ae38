package io.kucun.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.documents.Repository;
import io.kucun.local.documents.Yaml;
import java.nio.file.Path;
import java.util.List;

/** The dashboards, each named for its service. */
final class Dashboards {
  private static final String DIRECTORY = "k8s/components/monitoring/dashboards";

  private Dashboards() {}

  static List<String> services() {
    return Repository.below(DIRECTORY, ".json").stream()
        .map(Path::getFileName)
        .map(file -> file.toString().replace(".json", ""))
        .toList();
  }

  /** JSON is YAML. */
  static JsonNode of(String service) {
    return Yaml.file(DIRECTORY + "/" + service + ".json");
  }
}
