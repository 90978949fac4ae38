package io.kucun.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.documents.Yaml;
import java.util.List;

/** The alerts, as they stand in their manifest. */
final class Alerts {
  static final String FILE = "k8s/components/monitoring/alerts.yaml";

  private Alerts() {}

  /** What a Prometheus reads: all of the rules. */
  static JsonNode spec() {
    return Yaml.file(FILE).path("spec");
  }

  static List<JsonNode> all() {
    return spec()
        .path("groups")
        .valueStream()
        .flatMap(it -> it.path("rules").valueStream())
        .toList();
  }

  /** Without their words, so that a case need not repeat them. */
  static JsonNode mute(JsonNode spec) {
    JsonNode copy = spec.deepCopy();
    copy.path("groups")
        .forEach(group ->
            group.path("rules").forEach(rule -> ((ObjectNode) rule).remove("annotations")));
    return copy;
  }
}
