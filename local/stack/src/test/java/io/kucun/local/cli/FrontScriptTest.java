package io.kucun.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The front script")
class FrontScriptTest {
  private static final Path ROOT = Result.ROOT;

  private static Result run(Map<String, String> environment, String... command) {
    return Result.of(environment, command);
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
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
  @DisplayName("says what an epoch can be without waiting for a build that runs")
  void epoch(@TempDir Path clone) throws IOException {
    Path script = Files.copy(ROOT.resolve("kucun"), clone.resolve("kucun"));
    Path lock = Files.createDirectories(clone.resolve(".kucun/build.lock"));
    Files.writeString(lock.resolve("pid"), Long.toString(ProcessHandle.current().pid()));
    assertThat(run(Map.of(), "sh", script.toString(), "epoch", "old"))
        .isEqualTo(new Result(1, "kucun: There is only 'epoch new', not 'epoch old'\n"));
    assertThat(run(Map.of(), "sh", script.toString(), "epoch"))
        .isEqualTo(new Result(1, "kucun: epoch takes one word: epoch new\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "soak"})
  @DisplayName("explains the parts of the tests, and refuses what is none, without building")
  void parts(String command) {
    Result help = run(Map.of(), "./kucun", command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.output())
        .startsWith("Usage: ./kucun " + command + " [PART]\n")
        .contains("gateway", "cache", "events", "stock", "dashboard");
    for (String part : List.of("foo", "", "../stock", "Cart*")) {
      Result refused = run(Map.of(), "./kucun", command, part);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.output())
          .startsWith("kucun: no part '" + part + "' and no test class of this name: ")
          .hasLineCount(1);
    }
    Result twice = run(Map.of(), "./kucun", command, "cache", "stock");
    assertThat(twice).isEqualTo(new Result(1, "kucun: " + command + " takes one part at most\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "cache", "events", "stock", "dashboard", "Front*"})
  @DisplayName("knows each part of the tests")
  void knownPart(String part) {
    assertThat(run(Map.of(), "local/verify", "soak", "--check", part)).isEqualTo(new Result(0, ""));
  }

  @Test
  @DisplayName("counts tests in nested classes, which the head of a report leaves out")
  void counts(@TempDir Path reports) throws IOException {
    Path nested =
        Files.writeString(
            reports.resolve("TEST-nested.xml"),
            """
            <testsuite name="A" tests="0" errors="0" skipped="0" failures="0">
              <testcase name="one" classname="A$B" time="0.1"/>
              <testcase name="two" classname="A$C" time="0.1">
                <failure message="no">at A</failure>
                <rerunFailure message="no">at A</rerunFailure>
              </testcase>
              <testcase name="three" classname="A$C" time="0.1">
                <error type="x">at A</error>
              </testcase>
            </testsuite>
            """);
    Path plain =
        Files.writeString(
            reports.resolve("TEST-plain.xml"),
            """
            <testsuite name="D" tests="2" errors="0" skipped="1" failures="0">
              <testcase name="four" classname="D" time="0.1"/>
              <testcase name="five" classname="D" time="0.1">
                <skipped message="not here"/>
              </testcase>
              <testcase name="six" classname="D" time="0.1"/>
            </testsuite>
            """);
    assertThat(run(Map.of(), "awk", "-f", "local/count.awk", nested.toString(), plain.toString()))
        .isEqualTo(new Result(0, "3 2 1\n"));
    assertThat(run(Map.of(), "awk", "-f", "local/count.awk", "/dev/null"))
        .isEqualTo(new Result(0, "0 0 0\n"));
  }

  @Test
  @DisplayName("says in a line what there is no Node for")
  void withoutNode(@TempDir Path path) throws IOException {
    for (String tool : List.of("sh", "readlink", "dirname", "grep")) {
      Files.createSymbolicLink(path.resolve(tool), onPath(tool));
    }
    Map<String, String> environment =
        Map.of("PATH", path.toString(), "JAVA_HOME", System.getProperty("java.home"));
    assertThat(run(environment, "./kucun", "test"))
        .isEqualTo(
            new Result(
                1,
                "kucun: needs Node.js 20 or later with npm on the PATH to build, and found none"
                    + " (https://nodejs.org)\n"));
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
}
