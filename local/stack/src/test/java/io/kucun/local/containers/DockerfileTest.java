package io.kucun.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.documents.Repository;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A Dockerfile")
class DockerfileTest {
  static List<String> files() {
    return List.of(
        "docker/inventory-api/Dockerfile.jvm",
        "docker/inventory-api/Dockerfile.native",
        "docker/realtime-gateway/Dockerfile.jvm",
        "docker/realtime-gateway/Dockerfile.native");
  }

  private static List<String> bases(String text) {
    return text.lines()
        .filter(it -> it.startsWith("FROM "))
        .map(it -> it.replaceAll("^FROM | AS .*", ""))
        .toList();
  }

  private static boolean isPinned(String base) {
    return base.matches("[\\w./-]+:(?!latest)[\\w.-]*[0-9][\\w.-]*");
  }

  private static boolean isNobody(String text) {
    return text.lines()
        .filter(it -> it.startsWith("USER "))
        .reduce((one, next) -> next)
        .orElse("")
        .matches("USER [1-9][0-9]+:[1-9][0-9]+");
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("builds in one image and runs in another, both pinned")
  void pinned(String file) {
    List<String> bases = bases(Repository.read(file));
    assertThat(bases).hasSize(2).doesNotHaveDuplicates().allMatch(DockerfileTest::isPinned);
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("runs as nobody in particular, says what it is, and how it fares")
  void nobody(String file) {
    String text = Repository.read(file);
    assertThat(isNobody(text)).isTrue();
    assertThat(text)
        .contains("HEALTHCHECK", "/q/health/ready", "${MANAGEMENT_PORT:-9000}", "EXPOSE")
        .contains("org.opencontainers.image.title", "org.opencontainers.image.licenses")
        .doesNotContain("ADD ", "curl", "apt-get");
    assertThat(text.lines().filter(it -> it.startsWith("ENTRYPOINT")))
        .allMatch(it -> it.startsWith("ENTRYPOINT ["))
        .as("the heap leaves room for what is beside it")
        .allMatch(it -> it.matches(".*\"-XX:(MaxRAMPercentage|MaximumHeapSizePercent)=60\".*"))
        .hasSize(1);
  }

  @Test
  @DisplayName("would be found out if it did not")
  void planted() {
    assertThat(List.of("redis", "redis:latest", "redis:alpine"))
        .noneMatch(DockerfileTest::isPinned);
    assertThat(isNobody("FROM a:1\nUSER quarkus\n")).isFalse();
    assertThat(isNobody("FROM a:1\nUSER 10001:10001\nUSER 0:0\n")).isFalse();
    assertThat(isNobody("FROM a:1\n")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("has the version of the manifests")
  void version(String file) {
    assertThat(Repository.read(file)).contains("image.version=\"1.0.0\"");
    assertThat(Repository.read("k8s/base/kustomization.yaml")).contains("newTag: 1.0.0");
  }

  @Test
  @DisplayName("of a native image builds with what the profile of Maven builds with")
  void builder() {
    String profile =
        Repository.read("pom.xml").replaceAll("(?s).*<quarkus.native.builder-image>(.*?)<.*", "$1");
    List<String> natives = files().stream().filter(it -> it.endsWith("native")).toList();
    assertThat(natives).hasSize(2);
    assertThat(natives)
        .allSatisfy(file ->
            assertThat(Repository.read(file)).contains("FROM " + profile + " AS", "-Pnative"));
  }
}
