package io.kucun.local.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What holds for each container. */
final class ContainerRules {
  private static final Set<String> OURS = Set.of("inventory-api", "realtime-gateway");

  static final List<Rule> ALL =
      List.of(
          each(
              "images have a version", it -> it.path("image").asText().matches(".+:[0-9][\\w.-]+")),
          each("processor time is requested", it -> it.at("/resources/requests/cpu").isTextual()),
          each("memory is requested and limited", ContainerRules::limitsMemory),
          each("the root file system is read-only", it -> isTrue(it, "readOnlyRootFilesystem")),
          each("nobody gains privileges", ContainerRules::gainsNothing),
          each("there are three probes", ContainerRules::isProbed),
          each("ours are probed on the management port", ContainerRules::probesManagement),
          each("no password stands in a manifest", ContainerRules::tellsNoSecret));

  private ContainerRules() {}

  private static Rule each(String name, Predicate<JsonNode> holds) {
    return new Rule(
        name,
        manifests ->
            manifests
                .workloads()
                .flatMap(workload ->
                    workload.containers().stream()
                        .filter(holds.negate())
                        .map(it -> workload + ": " + it.path("name").asText())));
  }

  private static boolean isTrue(JsonNode container, String field) {
    return container.at("/securityContext/" + field).asBoolean();
  }

  private static boolean limitsMemory(JsonNode container) {
    return container.at("/resources/requests/memory").isTextual()
        && container.at("/resources/limits/memory").isTextual();
  }

  private static boolean gainsNothing(JsonNode container) {
    JsonNode context = container.path("securityContext");
    return context.has("allowPrivilegeEscalation")
        && !context.path("allowPrivilegeEscalation").asBoolean()
        && !context.path("privileged").asBoolean()
        && context.at("/capabilities/drop/0").asText().equals("ALL")
        && context.at("/capabilities/add").isMissingNode();
  }

  private static Stream<JsonNode> probes(JsonNode container) {
    return Stream.of("startupProbe", "readinessProbe", "livenessProbe").map(container::path);
  }

  private static boolean isProbed(JsonNode container) {
    return probes(container).allMatch(probe -> probe.has("httpGet") || probe.has("exec"));
  }

  private static boolean probesManagement(JsonNode container) {
    return !OURS.contains(container.path("name").asText())
        || probes(container)
            .allMatch(probe -> probe.at("/httpGet/port").asText().equals("management"));
  }

  private static boolean tellsNoSecret(JsonNode container) {
    return Manifests.elements(container.path("env"))
        .filter(it -> it.path("name").asText().matches(".*(PASSWORD|SECRET|TOKEN|_URL).*"))
        .noneMatch(it -> it.path("value").asText().matches(".+@.+|(?!redis:).+"));
  }
}
