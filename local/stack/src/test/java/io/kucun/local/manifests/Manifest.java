package io.kucun.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One object that is given to Kubernetes. */
record Manifest(JsonNode node) {
  private static final String PODS = "/spec/template/spec";

  String kind() {
    return node.path("kind").asText();
  }

  String name() {
    return at("/metadata/name").asText();
  }

  /** What is there; a missing node if nothing is. */
  JsonNode at(String pointer) {
    return node.at(pointer);
  }

  boolean isWorkload() {
    return !at(PODS).isMissingNode();
  }

  JsonNode pod() {
    return at(PODS);
  }

  /** All containers of its pods, those that run first included. */
  List<JsonNode> containers() {
    List<JsonNode> containers = new ArrayList<>();
    Stream.of("containers", "initContainers")
        .forEach(field -> pod().path(field).forEach(containers::add));
    return containers;
  }

  /** Whether this one's selector means pods with these labels. */
  static boolean selects(JsonNode selector, JsonNode labels) {
    return selector.size() > 0
        && selector.properties().stream()
            .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
  }

  JsonNode podLabels() {
    return at("/spec/template/metadata/labels");
  }

  /** For findings. */
  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
