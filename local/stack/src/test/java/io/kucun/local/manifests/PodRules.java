package io.kucun.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What holds for the pods and for what stands around them. */
final class PodRules {
  /** What an installation brings, by the names that README.md gives. */
  private static final Set<String> SECRETS = Set.of("kucun-database", "kucun-redis");

  static final List<Rule> ALL =
      List.of(
          each("pods run as a number that is not root", PodRules::isNobody),
          each("pods have the platform's system call filter", PodRules::isFiltered),
          each("pods have no token of the cluster", PodRules::hasNoToken),
          each("pods get no variables of Services", it -> refuses(it.pod(), "enableServiceLinks")),
          new Rule("service accounts mount no token", PodRules::accountsWithToken),
          new Rule("the namespace enforces restricted pods", PodRules::lenientNamespaces),
          new Rule("everything is in the one namespace", PodRules::elsewhere),
          new Rule(
              "no Secret is stored",
              manifests -> manifests.ofKind("Secret").map(Manifest::toString)),
          new Rule("references lead to something", PodRules::danglingReferences));

  private PodRules() {}

  private static Rule each(String name, Predicate<Manifest> holds) {
    return new Rule(
        name, manifests -> manifests.workloads().filter(holds.negate()).map(Manifest::toString));
  }

  private static boolean isNobody(Manifest workload) {
    JsonNode context = workload.pod().path("securityContext");
    return context.path("runAsNonRoot").asBoolean() && context.path("runAsUser").asInt() > 0;
  }

  private static boolean isFiltered(Manifest workload) {
    return workload
        .pod()
        .at("/securityContext/seccompProfile/type")
        .asText()
        .equals("RuntimeDefault");
  }

  private static boolean refuses(JsonNode node, String field) {
    return node.has(field) && !node.path(field).asBoolean();
  }

  private static boolean hasNoToken(Manifest workload) {
    return refuses(workload.pod(), "automountServiceAccountToken");
  }

  private static Stream<String> accountsWithToken(Manifests manifests) {
    return manifests
        .ofKind("ServiceAccount")
        .filter(it -> !refuses(it.node(), "automountServiceAccountToken"))
        .map(Manifest::toString);
  }

  private static Stream<String> lenientNamespaces(Manifests manifests) {
    return manifests
        .ofKind("Namespace")
        .filter(it ->
            !it.at("/metadata/labels")
                .path("pod-security.kubernetes.io/enforce")
                .asText()
                .equals("restricted"))
        .map(Manifest::toString);
  }

  private static Stream<String> elsewhere(Manifests manifests) {
    List<String> names = manifests.ofKind("Namespace").map(Manifest::name).toList();
    return manifests.all().stream()
        .filter(it -> !it.kind().equals("Namespace"))
        .filter(it -> !names.equals(List.of(it.at("/metadata/namespace").asText())))
        .map(it -> it + " is not in " + names);
  }

  private static Stream<String> danglingReferences(Manifests manifests) {
    return manifests.workloads().flatMap(workload -> dangling(manifests, workload));
  }

  private static Stream<String> dangling(Manifests manifests, Manifest workload) {
    Stream<String> maps =
        workload.node().findValues("configMapRef").stream()
            .map(it -> it.path("name").asText())
            .filter(name -> !has(manifests, "ConfigMap", name));
    Stream<String> secrets =
        workload.node().findValues("secretKeyRef").stream()
            .map(it -> it.path("name").asText())
            .filter(name -> !SECRETS.contains(name));
    Stream<String> accounts =
        workload.pod().findValues("serviceAccountName").stream()
            .map(JsonNode::asText)
            .filter(name -> !has(manifests, "ServiceAccount", name));
    return Stream.of(maps, secrets, accounts).flatMap(it -> it).map(it -> workload + ": " + it);
  }

  private static boolean has(Manifests manifests, String kind, String name) {
    return manifests.ofKind(kind).anyMatch(it -> it.name().equals(name));
  }
}
