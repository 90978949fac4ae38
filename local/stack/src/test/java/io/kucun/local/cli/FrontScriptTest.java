package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kucun.local.servers.Spawn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The front script")
class FrontScriptTest {
  private static final Path ROOT =
      Path.of(System.getProperty("kucun.root", "../..")).toAbsolutePath().normalize();

  private record Result(int code, String output) {}

  private static Result run(Map<String, String> environment, String... command) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("lists its commands")
  void help() {
    Result result = run(Map.of(), "./kucun", "help");
    assertThat(result.code()).isZero();
    assertThat(result.output())
        .contains("up", "down", "status", "replay", "epoch new", "bench", "test", "soak");
  }

  @Test
  @DisplayName("refuses an unknown command with a line that names it")
  void unknown() {
    Result result = run(Map.of(), "./kucun", "upp");
    assertThat(result.code()).isNotZero();
    assertThat(result.output()).contains("kucun: no command 'upp'");
  }

  @Test
  @DisplayName("explains the build, and refuses what it does not take, without building")
  void build() {
    for (String option : List.of("--help", "-h")) {
      Result help = run(Map.of(), "./kucun", "build", option);
      assertThat(help.code()).isZero();
      assertThat(help.output()).contains("Usage: ./kucun build").doesNotContain("Building");
    }
    Result refused = run(Map.of(), "./kucun", "build", "foo");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).isEqualTo("kucun: build takes no arguments\n");
  }

  @Test
  @DisplayName("runs from any directory")
  void anywhere() {
    Result result = run(Map.of(), "sh", "-c", "cd / && '" + ROOT + "/kucun' help");
    assertThat(result.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"kucun", "local/verify", ".ci/run"})
  @DisplayName("and its helpers are scripts that any shell can read")
  void syntax(String script) {
    assertThat(run(Map.of(), "sh", "-n", script)).isEqualTo(new Result(0, ""));
  }

  @Test
  @DisplayName("comes with Kubernetes manifests that kubectl can build")
  void kustomize() {
    assumeTrue(Spawn.onPath("kubectl"), "kubectl is not on the PATH");
    Result result = run(Map.of(), "kubectl", "kustomize", "k8s/base");
    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).contains("inventory-api", "realtime-gateway");
  }
}
