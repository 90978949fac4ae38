package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kucun.local.documents.Tool;
import io.kucun.local.servers.NodeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests of {@code local/browser} in Chromium, and shows each as one of these. A report is
 * in {@code target/soak/dashboard.txt}.
 */
@Order(4)
@DisplayName("In Chromium, the dashboard")
class DashboardTest {
  private static final String CHROMIUM = "chromium";
  private static final Path HOME = Stack.ROOT.resolve("local/browser");
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path RESULTS = TARGET.resolve("browser.tsv");
  private static final Path LOG = TARGET.resolve("soak/dashboard.txt");
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int LEAST_TESTS = 15;

  @TempDir private Path directory;

  @TestFactory
  @DisplayName("passes")
  Stream<DynamicTest> passes() throws IOException {
    assumeTrue(Tool.isThere(CHROMIUM), Tool.missing(CHROMIUM));
    Files.createDirectories(LOG.getParent());
    NodeTests tests;
    try (DashboardPair pair = new DashboardPair(Stack.shared().settings(), directory)) {
      tests = NodeTests.run(command(pair.place()), RESULTS, LOG, LIMIT);
    }
    DynamicTest whole =
        DynamicTest.dynamicTest(
            "everything",
            () -> {
              assertThat(tests.results()).as(Files.readString(LOG)).hasSizeGreaterThan(LEAST_TESTS);
              assertThat(tests.isExplained()).as(Files.readString(LOG)).isTrue();
            });
    return Stream.concat(Stream.of(whole), tests.results().stream().map(DashboardTest::asTest));
  }

  private static DynamicTest asTest(NodeTests.Result result) {
    return DynamicTest.dynamicTest(
        result.name(), () -> assertThat(result.ok()).as(result.error() + ", see " + LOG).isTrue());
  }

  private static ProcessBuilder command(Map<String, String> place) {
    ProcessBuilder node = new ProcessBuilder("node", "run.mjs", RESULTS.toString());
    node.environment().putAll(place);
    node.environment().put("KUCUN_CHROMIUM", Tool.path(CHROMIUM).toString());
    node.environment().put("KUCUN_SCREENSHOTS", TARGET.resolve("screenshots").toString());
    return node.directory(HOME.toFile());
  }
}
