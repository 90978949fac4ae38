package io.kucun.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Who may talk to whom, and how. */
final class TrafficRules {
  /** Three heartbeats of a socket. */
  private static final int QUIET_SECONDS = 75;

  static final List<Rule> ALL =
      List.of(
          new Rule("what no policy allows is denied", TrafficRules::open),
          new Rule("every pod has a policy that lets some in", TrafficRules::unreachable),
          new Rule("Services lead to pods and to ports that they have", TrafficRules::nowhere),
          new Rule("no Service publishes the management port", TrafficRules::published),
          new Rule("no client sticks to a pod", TrafficRules::sticky),
          new Rule("an Ingress leads to a Service of ours", TrafficRules::lost),
          new Rule("an Ingress lets sockets be quiet", TrafficRules::impatient),
          new Rule("a Redis of ours evicts only what may go", TrafficRules::careless));

  private TrafficRules() {}

  private static Stream<String> open(Manifests manifests) {
    boolean denied =
        manifests
            .ofKind("NetworkPolicy")
            .anyMatch(it ->
                it.at("/spec/podSelector").isEmpty()
                    && it.at("/spec/policyTypes").size() == 2
                    && !it.at("/spec").has("ingress")
                    && !it.at("/spec").has("egress"));
    return denied ? Stream.empty() : Stream.of("there is no policy that denies everything");
  }

  private static Stream<String> unreachable(Manifests manifests) {
    return manifests
        .workloads()
        .filter(workload ->
            manifests
                .ofKind("NetworkPolicy")
                .filter(it -> it.at("/spec/ingress").size() > 0)
                .filter(it -> it.at("/spec/ingress").valueStream().allMatch(TrafficRules::isNarrow))
                .noneMatch(it ->
                    Manifest.selects(it.at("/spec/podSelector/matchLabels"), workload.podLabels())))
        .map(Manifest::toString);
  }

  private static boolean isNarrow(JsonNode ingress) {
    return ingress.path("from").size() > 0 && ingress.path("ports").size() > 0;
  }

  private static Stream<String> nowhere(Manifests manifests) {
    return manifests.ofKind("Service").filter(it -> !leads(manifests, it)).map(Manifest::toString);
  }

  private static boolean leads(Manifests manifests, Manifest service) {
    return manifests
        .workloads()
        .filter(it -> Manifest.selects(service.at("/spec/selector"), it.podLabels()))
        .anyMatch(it ->
            it.pod()
                .findValuesAsText("name")
                .containsAll(service.at("/spec/ports").findValuesAsText("targetPort")));
  }

  private static Stream<String> published(Manifests manifests) {
    return manifests
        .ofKind("Service")
        .filter(it ->
            it.at("/spec/ports").findValuesAsText("targetPort").stream()
                .anyMatch(port -> port.equals("management") || port.equals("9000")))
        .map(Manifest::toString);
  }

  private static Stream<String> sticky(Manifests manifests) {
    Stream<String> services =
        manifests
            .ofKind("Service")
            .filter(it -> it.at("/spec/sessionAffinity").asText().equals("ClientIP"))
            .map(Manifest::toString);
    Stream<String> ingresses =
        manifests
            .ofKind("Ingress")
            .filter(it ->
                it.at("/metadata/annotations")
                    .propertyStream()
                    .anyMatch(entry -> entry.getKey().matches(".*(affinity|sticky|cookie|hash).*")))
            .map(Manifest::toString);
    return Stream.concat(services, ingresses);
  }

  private static Stream<String> lost(Manifests manifests) {
    return manifests
        .ofKind("Ingress")
        .filter(
            it -> it.node().findValues("service").stream().noneMatch(to -> exists(manifests, to)))
        .map(Manifest::toString);
  }

  private static boolean exists(Manifests manifests, JsonNode backend) {
    return manifests
        .ofKind("Service")
        .filter(it -> it.name().equals(backend.path("name").asText()))
        .anyMatch(it ->
            it.at("/spec/ports")
                .findValuesAsText("name")
                .contains(backend.at("/port/name").asText()));
  }

  private static Stream<String> impatient(Manifests manifests) {
    List<JsonNode> limits =
        manifests
            .ofKind("Ingress")
            .filter(it -> it.name().equals("realtime-gateway"))
            .flatMap(it -> it.at("/metadata/annotations").propertyStream())
            .filter(it -> it.getKey().matches(".*(-timeout|timeout-tunnel)"))
            .map(it -> it.getValue())
            .toList();
    boolean patient =
        limits.size() >= 2
            && limits.stream()
                .allMatch(it -> Integer.parseInt(it.asText().replace("s", "")) >= QUIET_SECONDS);
    return patient ? Stream.empty() : Stream.of("Ingress realtime-gateway: " + limits);
  }

  private static Stream<String> careless(Manifests manifests) {
    return manifests
        .workloads()
        .flatMap(it -> it.containers().stream())
        .filter(it -> it.path("image").asText().matches("(.*/)?redis:.*"))
        .filter(it -> !it.path("name").asText().equals("sentinel"))
        .filter(it ->
            !it.path("args").toString().contains("\"--maxmemory-policy\",\"volatile-lru\"")
                || !it.path("args").toString().contains("\"--maxmemory\","))
        .map(it -> it.path("name").asText() + " may lose the event log, or grow without end");
  }
}
