package io.kucun.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.documents.Repository;
import io.kucun.local.documents.Tool;
import io.kucun.local.documents.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The compose file")
class ComposeTest {
  private static final String FILE = "docker/compose.yaml";
  private static final Set<String> OURS = Set.of("inventory-api", "realtime-gateway");

  private static JsonNode services() {
    return Yaml.file(FILE).path("services");
  }

  /** The services of which it does not hold. */
  private static List<String> not(JsonNode services, Predicate<JsonNode> holds) {
    return services
        .propertyStream()
        .filter(it -> !holds.test(it.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isPinned(JsonNode service) {
    return service.path("image").asText().matches(".+:v?[0-9][\\w.-]+");
  }

  private static boolean isHealthy(JsonNode service) {
    return service.has("healthcheck") || service.has("build");
  }

  private static boolean isLocal(JsonNode service) {
    return service.path("ports").valueStream().allMatch(it -> it.asText().startsWith("127.0.0.1:"));
  }

  private static boolean isHardened(JsonNode service) {
    return service.path("read_only").asBoolean()
        && service.at("/cap_drop/0").asText().equals("ALL")
        && service.at("/security_opt/0").asText().equals("no-new-privileges:true")
        && service.has("mem_limit");
  }

  @Test
  @DisplayName("pins every image, and publishes to this machine only")
  void pinned() {
    assertThat(not(services(), ComposeTest::isPinned)).isEmpty();
    assertThat(not(services(), ComposeTest::isLocal)).isEmpty();
    JsonNode planted = services();
    ((ObjectNode) planted.path("redis"))
        .put("image", "redis:latest")
        .putArray("ports")
        .add("6379:6379");
    assertThat(not(planted, ComposeTest::isPinned)).containsExactly("redis");
    assertThat(not(planted, ComposeTest::isLocal)).containsExactly("redis");
  }

  @Test
  @DisplayName("hardens both services")
  void hardened() {
    for (String service : OURS) {
      assertThat(isHardened(services().path(service))).as(service).isTrue();
    }
    assertThat(isHardened(services().path("postgres"))).isFalse();
  }

  @Test
  @DisplayName("starts each part when those that it needs are healthy")
  void order() {
    assertThat(not(services(), ComposeTest::isHealthy)).isEmpty();
    assertThat(services())
        .allSatisfy(service ->
            assertThat(service.path("depends_on"))
                .allMatch(it -> it.path("condition").asText().equals("service_healthy")));
    assertThat(services().at("/inventory-api/depends_on").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("postgres", "redis", "keycloak");
    assertThat(
            services().at("/realtime-gateway/depends_on").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("redis", "keycloak");
  }

  @Test
  @DisplayName("holds no password of the database")
  void secrets() {
    assertThat(Repository.read(FILE).lines().filter(it -> it.contains("PASSWORD:")))
        .isNotEmpty()
        .allMatch(it -> it.contains("${DATABASE_PASSWORD:?"));
  }

  @Test
  @DisplayName("mounts files that are there, and the realm of the local run")
  void mounts() {
    List<String> mounted =
        services()
            .valueStream()
            .flatMap(it -> it.path("volumes").valueStream())
            .map(JsonNode::asText)
            .filter(it -> it.startsWith("."))
            .map(it -> it.substring(0, it.indexOf(':')))
            .toList();
    assertThat(mounted).contains("../local/keycloak/kucun-realm.json");
    assertThat(mounted).allMatch(it -> Files.exists(Repository.ROOT.resolve("docker").resolve(it)));
  }

  @Test
  @DisplayName("gives a drain its time")
  void grace() {
    assertThat(services().at("/realtime-gateway/stop_grace_period").asText()).isEqualTo("60s");
  }

  @Test
  @DisplayName("makes the rules of Prometheus of the alerts for Kubernetes")
  void alerts(@TempDir Path directory) throws IOException {
    String alerts = "k8s/components/monitoring/alerts.yaml";
    String command = services().at("/prometheus/entrypoint/2").asText();
    String sed =
        command
            .substring(0, command.indexOf("&&"))
            .replace("$$", "$")
            .replace("/tmp/", directory + "/")
            .replace("/etc/kucun/alerts.yaml", Repository.ROOT.resolve(alerts).toString());
    Tool.run(directory, "sh", "-c", sed);
    JsonNode rules = Yaml.documents(Files.readString(directory.resolve("alerts.yaml"))).getFirst();
    assertThat(rules).isEqualTo(Yaml.file(alerts).path("spec"));
    assertThat(Yaml.file("docker/observability/prometheus.yaml").at("/rule_files/0").asText())
        .isEqualTo("/tmp/alerts.yaml");
  }
}
