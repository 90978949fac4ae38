package io.kucun.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be allowed, so that everything is reached where it listens. */
final class ReachRules {
  private static final String NAMES = "53";

  /** PostgreSQL, Redis and the issuer. */
  private static final Map<String, Set<String>> NEEDED =
      Map.of(
          "inventory-api", Set.of("5432", "6379", "26379", "443"),
          "realtime-gateway", Set.of("6379", "26379", "443"));

  /** The variables that say on which port each name listens. */
  private static final Map<String, String> PORTS =
      Map.of("http", "API_PORT", "ws", "WS_PORT", "management", "MANAGEMENT_PORT");

  static final List<Rule> ALL =
      List.of(
          new Rule("every pod may ask for names", ReachRules::nameless),
          new Rule("the services may reach what they need", ReachRules::cutOff),
          new Rule("the services listen on the ports of their variables", ReachRules::elsewhere));

  private ReachRules() {}

  private static Stream<String> nameless(Manifests manifests) {
    return manifests
        .workloads()
        .filter(it ->
            rules(manifests, it)
                    .flatMap(rule -> rule.path("ports").valueStream())
                    .filter(port -> port.path("port").asText().equals(NAMES))
                    .map(port -> port.path("protocol").asText())
                    .distinct()
                    .count()
                < 2)
        .map(Manifest::toString);
  }

  private static Stream<String> cutOff(Manifests manifests) {
    return manifests
        .services()
        .filter(it -> {
          Set<String> allowed =
              rules(manifests, it)
                  .flatMap(rule -> rule.path("ports").findValuesAsText("port").stream())
                  .collect(Collectors.toSet());
          return !allowed.containsAll(NEEDED.getOrDefault(it.name(), Set.of()));
        })
        .map(Manifest::toString);
  }

  /** The ways out that policies open to the pods of a workload. */
  private static Stream<JsonNode> rules(Manifests manifests, Manifest workload) {
    return manifests
        .ofKind("NetworkPolicy")
        .filter(it ->
            it.at("/spec/podSelector").isEmpty()
                || Manifest.selects(it.at("/spec/podSelector/matchLabels"), workload.podLabels()))
        .flatMap(it -> it.at("/spec/egress").valueStream());
  }

  private static Stream<String> elsewhere(Manifests manifests) {
    return manifests
        .services()
        .flatMap(it -> it.containers().getFirst().path("ports").valueStream())
        .filter(it -> {
          String variable = PORTS.getOrDefault(it.path("name").asText(), "");
          return !manifests.configured(variable).equals(it.path("containerPort").asText());
        })
        .map(it -> it.path("name").asText() + " is not on port " + it.path("containerPort"));
  }
}
