package io.kucun.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.documents.Yaml;
import java.util.List;
import java.util.stream.Stream;

/** All objects of an installation. */
record Manifests(List<Manifest> all) {
  static Manifests of(String yaml) {
    return new Manifests(Yaml.documents(yaml).stream().map(Manifest::new).toList());
  }

  Stream<Manifest> ofKind(String kind) {
    return all.stream().filter(it -> it.kind().equals(kind));
  }

  Stream<Manifest> workloads() {
    return all.stream().filter(Manifest::isWorkload);
  }

  /** The two services themselves. */
  Stream<Manifest> services() {
    return ofKind("Deployment");
  }

  Manifest get(String kind, String name) {
    return ofKind(kind).filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  /** What a container gets as its variables, secret ones with the name of their Secret. */
  Stream<String> variables(JsonNode container) {
    Stream<String> named =
        Stream.of(container.path("env"))
            .flatMap(Manifests::elements)
            .map(it -> it.path("name").asText());
    Stream<String> taken =
        elements(container.path("envFrom"))
            .map(it -> it.at("/configMapRef/name").asText())
            .flatMap(name -> ofKind("ConfigMap").filter(it -> it.name().equals(name)))
            .flatMap(it -> it.at("/data").propertyStream())
            .map(it -> it.getKey());
    return Stream.concat(named, taken);
  }

  /** The value of a variable that stands in a ConfigMap; empty if none has it. */
  String configured(String variable) {
    return ofKind("ConfigMap")
        .map(it -> it.at("/data").path(variable).asText())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return array.valueStream();
  }

  /** The same, to be changed without harm. */
  Manifests copy() {
    return new Manifests(all.stream().map(it -> new Manifest(it.node().deepCopy())).toList());
  }
}
