package io.kucun.local.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.documents.Repository;
import io.kucun.local.documents.Tool;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The manifests for Kubernetes")
class ManifestsTest {
  private static final String DEV = "k8s/overlays/dev";
  private static final String PROD = "k8s/overlays/prod";
  private static final String SENTINEL = "k8s/overlays/prod-redis";

  @ParameterizedTest
  @ValueSource(strings = {"k8s/base", DEV, PROD, SENTINEL})
  @DisplayName("are as the schemas of Kubernetes say")
  void schemas(String directory) {
    Manifests manifests = Kustomize.build(directory);
    assertThat(manifests.services().map(Manifest::name))
        .containsExactlyInAnyOrder("inventory-api", "realtime-gateway");
    assertThat(manifests.all().stream().map(Schemas::fault).flatMap(Optional::stream)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s/base", DEV, PROD, SENTINEL})
  @DisplayName("keep all rules of ours")
  void rules(String directory) {
    Manifests manifests = Kustomize.build(directory);
    assertThat(Rule.ALL.stream().flatMap(rule -> broken(rule, manifests))).isEmpty();
  }

  private static Stream<String> broken(Rule rule, Manifests manifests) {
    return rule.judge(manifests).stream().map(finding -> "Not so: " + rule + ": " + finding);
  }

  @Test
  @DisplayName("know the proxies in production, where there are some")
  void proxies() {
    Manifests manifests = Kustomize.build(PROD);
    assertThat(manifests.configured("TRUSTED_PROXIES")).matches("[0-9.]+/[0-9]+");
    assertThat(manifests.configured("WS_ALLOWED_ORIGINS")).startsWith("https://");
    assertThat(manifests.ofKind("Ingress").filter(it -> it.at("/spec/tls").isEmpty())).isEmpty();
  }

  @Test
  @DisplayName("scale gateways by their sockets in production, and by processor time in any case")
  void scaling() {
    List<String> metrics =
        Kustomize.build(PROD)
            .get("HorizontalPodAutoscaler", "realtime-gateway")
            .at("/spec/metrics")
            .findValuesAsText("name");
    assertThat(metrics).containsExactly("cpu", "kucun_gateway_connections");
  }

  @Test
  @DisplayName("give Sentinel scripts that a shell reads")
  void scripts() {
    Manifests manifests = Kustomize.build(SENTINEL);
    assertThat(manifests.ofKind("ConfigMap").flatMap(it -> it.at("/data").propertyStream()))
        .filteredOn(it -> it.getKey().endsWith(".sh"))
        .hasSize(3)
        .allSatisfy(
            script -> Tool.run(Repository.ROOT, "sh", "-n", "-c", script.getValue().asText()));
  }
}
