package io.kucun.inventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.NodeTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the tests of {@code dashboard/} in Node, and shows each as one of these. */
@DisplayName("In Node, the dashboard")
class PagesInNodeTest {
  private static final Path HOME = Path.of("dashboard").toAbsolutePath();
  private static final Path RESULTS = Path.of("target/dashboard.tsv").toAbsolutePath();
  private static final Path LOG = Path.of("target/dashboard.log").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int LEAST_TESTS = 50;

  @TestFactory
  @DisplayName("passes")
  Stream<DynamicTest> passes() {
    ProcessBuilder node = new ProcessBuilder("node", "build/test.mjs", RESULTS.toString());
    NodeTests tests = NodeTests.run(node.directory(HOME.toFile()), RESULTS, LOG, LIMIT);
    DynamicTest whole =
        DynamicTest.dynamicTest(
            "everything: types and tests",
            () -> {
              assertThat(tests.results()).as(Files.readString(LOG)).hasSizeGreaterThan(LEAST_TESTS);
              assertThat(tests.isExplained()).as(Files.readString(LOG)).isTrue();
            });
    return Stream.concat(Stream.of(whole), tests.results().stream().map(PagesInNodeTest::asTest));
  }

  private static DynamicTest asTest(NodeTests.Result result) {
    return DynamicTest.dynamicTest(
        result.file() + ": " + result.name(),
        () -> assertThat(result.ok()).as(result.error()).isTrue());
  }
}
