package io.kucun.local.manifests;

import io.kucun.local.documents.Repository;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keeps the services up while they are rolled out, drained and moved. */
final class RolloutRules {
  /** After the drain of a gateway, or the requests that the API has waited for. */
  private static final long LAST_SECONDS = 5;

  private static final Pattern REQUESTS = Pattern.compile("(?m)^quarkus.shutdown.timeout=(\\S+)$");

  static final List<Rule> ALL =
      List.of(
          each("a new pod is ready before an old one goes", RolloutRules::surges),
          each("a pod leaves the load balancers before it stops", it -> preStop(it) >= 5),
          new Rule("the grace period is long enough for the drain", RolloutRules::hurried),
          new Rule("the autoscaler alone says how many there are", RolloutRules::counted),
          new Rule("disruptions take one pod at a time", RolloutRules::undisturbed),
          each("pods are spread over zones and nodes", RolloutRules::isSpread),
          new Rule("who decide by majority are three or more, and odd", RolloutRules::undecided),
          new Rule("no two that keep the same data are on one node", RolloutRules::together));

  private RolloutRules() {}

  private static Rule each(String name, Predicate<Manifest> holds) {
    return new Rule(
        name, manifests -> manifests.services().filter(holds.negate()).map(Manifest::toString));
  }

  private static boolean surges(Manifest service) {
    return service.at("/spec/strategy/rollingUpdate/maxUnavailable").asText().equals("0")
        && service.at("/spec/strategy/rollingUpdate/maxSurge").asInt() > 0;
  }

  private static long preStop(Manifest service) {
    return service.containers().getFirst().at("/lifecycle/preStop/sleep/seconds").asLong();
  }

  private static Stream<String> hurried(Manifests manifests) {
    Duration drain = Duration.parse(manifests.configured("WS_DRAIN_WINDOW"));
    return manifests
        .services()
        .filter(it -> {
          Duration last = it.name().equals("realtime-gateway") ? drain : requests();
          long needed = preStop(it) + last.toSeconds() + LAST_SECONDS;
          return it.pod().path("terminationGracePeriodSeconds").asLong() < needed;
        })
        .map(Manifest::toString);
  }

  private static Duration requests() {
    Matcher found =
        REQUESTS.matcher(
            Repository.read("inventory-api/src/main/resources/application.properties"));
    return found.results().map(it -> Duration.parse(it.group(1))).findFirst().orElseThrow();
  }

  private static Stream<String> counted(Manifests manifests) {
    List<String> scaled =
        manifests
            .ofKind("HorizontalPodAutoscaler")
            .filter(it -> it.at("/spec/metrics").findValuesAsText("name").contains("cpu"))
            .map(it -> it.at("/spec/scaleTargetRef/name").asText())
            .toList();
    return manifests
        .services()
        .filter(it -> !scaled.contains(it.name()) || it.at("/spec").has("replicas"))
        .map(Manifest::toString);
  }

  private static Stream<String> undisturbed(Manifests manifests) {
    return manifests
        .workloads()
        .filter(it -> it.kind().equals("Deployment") || replicas(it) > 1)
        .filter(service ->
            manifests
                .ofKind("PodDisruptionBudget")
                .filter(it -> it.at("/spec/maxUnavailable").asInt() == 1)
                .noneMatch(it ->
                    Manifest.selects(it.at("/spec/selector/matchLabels"), service.podLabels())))
        .map(Manifest::toString);
  }

  private static int replicas(Manifest workload) {
    return workload.at("/spec/replicas").asInt();
  }

  /** Two of two are no majority of anything that has lost one. */
  private static Stream<String> undecided(Manifests manifests) {
    return manifests
        .workloads()
        .filter(it -> it.containers().toString().contains("\"sentinel\""))
        .filter(it -> replicas(it) < 3 || replicas(it) % 2 == 0)
        .map(Manifest::toString);
  }

  /** They would go together with their node. */
  private static Stream<String> together(Manifests manifests) {
    return manifests
        .ofKind("StatefulSet")
        .filter(it -> replicas(it) > 1)
        .filter(it -> !isSpread(it) || !it.pod().toString().contains("\"DoNotSchedule\""))
        .map(Manifest::toString);
  }

  private static boolean isSpread(Manifest service) {
    return service
        .pod()
        .path("topologySpreadConstraints")
        .findValuesAsText("topologyKey")
        .containsAll(List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
  }
}
