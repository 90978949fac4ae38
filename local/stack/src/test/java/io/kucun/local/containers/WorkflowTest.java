package io.kucun.local.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.documents.Repository;
import io.kucun.local.documents.Tool;
import io.kucun.local.documents.Yaml;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The workflow of the public CI")
class WorkflowTest {
  private static final JsonNode FILE = Yaml.file(".github/workflows/ci.yaml");
  private static final Pattern PATH = Pattern.compile("(?:docker|k8s|local)/[\\w./-]+[\\w]");

  private static Stream<JsonNode> jobs() {
    return FILE.path("jobs").valueStream();
  }

  private static List<JsonNode> steps() {
    return jobs().flatMap(job -> job.path("steps").valueStream()).toList();
  }

  private static List<String> texts(String field) {
    return steps().stream().map(it -> it.path(field).asText()).filter(it -> !it.isEmpty()).toList();
  }

  private static boolean isPinned(String action) {
    return action.matches("[\\w-]+/[\\w-]+@(v[0-9.]+|[0-9a-f]{40})");
  }

  /** What others write must not become part of a script. */
  private static boolean isPlain(String script) {
    return !script.contains("${{");
  }

  @Test
  @DisplayName("may only read, ends, and runs on machines of a known version")
  void bounds() {
    assertThat(FILE.at("/permissions")).hasToString("{\"contents\":\"read\"}");
    assertThat(jobs())
        .hasSize(5)
        .allMatch(job -> job.path("timeout-minutes").asInt() > 0)
        .allMatch(job -> job.path("runs-on").asText().matches("ubuntu-[0-9.]+"))
        .allMatch(job -> !job.has("permissions"));
  }

  @Test
  @DisplayName("uses actions of a version, and no script made of what others write")
  void actions() {
    Predicate<String> pinned = WorkflowTest::isPinned;
    assertThat(texts("uses")).isNotEmpty().allMatch(pinned);
    assertThat(texts("run")).isNotEmpty().allMatch(WorkflowTest::isPlain);
    assertThat(Stream.of("actions/checkout", "actions/checkout@main")).noneMatch(pinned);
    assertThat(isPlain("echo ${{ github.event.pull_request.title }}")).isFalse();
  }

  @Test
  @DisplayName("keeps no credentials in the tree that it builds")
  void credentials() {
    assertThat(
            steps().stream().filter(it -> it.path("uses").asText().startsWith("actions/checkout")))
        .hasSize(5)
        .allMatch(it -> it.at("/with").has("persist-credentials"))
        .noneMatch(it -> it.at("/with/persist-credentials").asBoolean());
  }

  @Test
  @DisplayName("runs the local command, and demands the tools without which tests are skipped")
  void test() {
    assertThat(texts("run")).contains("./kucun test");
    assertThat(FILE.at("/jobs/test/env/KUCUN_REQUIRE_TOOLS").asText()).isEqualTo("true");
  }

  @Test
  @DisplayName("has scripts that a shell can read, and names files that are there")
  void scripts() {
    for (String script : texts("run")) {
      Tool.run(Repository.ROOT, "bash", "-n", "-c", script);
      assertThat(PATH.matcher(script).results().map(it -> it.group()))
          .allMatch(
              it -> it.equals("docker/.env") || Files.exists(Repository.ROOT.resolve(it)), script);
    }
    for (JsonNode service : FILE.at("/jobs/images/strategy/matrix/service")) {
      for (JsonNode kind : FILE.at("/jobs/images/strategy/matrix/kind")) {
        String file = "docker/%s/Dockerfile.%s".formatted(service.asText(), kind.asText());
        assertThat(Repository.ROOT.resolve(file)).exists();
      }
    }
  }
}
