package io.kucun.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.NodeTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the tests of {@code client/} in Node, and shows each as one of these. */
@DisplayName("In Node, the browser client")
class BrowserClientTest {

  private static final Path HOME = Path.of("client").toAbsolutePath();
  private static final Path RESULTS = Path.of("target/browser-client.tsv").toAbsolutePath();
  private static final Path LOG = Path.of("target/browser-client.log").toAbsolutePath();
  private static final Duration LIMIT = Duration.ofMinutes(15);
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
    return Stream.concat(Stream.of(whole), tests.results().stream().map(BrowserClientTest::asTest));
  }

  private static DynamicTest asTest(NodeTests.Result result) {
    return DynamicTest.dynamicTest(
        result.file() + ": " + result.name(),
        () -> assertThat(result.ok()).as(result.error()).isTrue());
  }
}
