package io.kucun.inventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
  private static final int MOST_SECONDS = 300;
  private static final int LEAST_TESTS = 50;

  @TestFactory
  @DisplayName("passes")
  Stream<DynamicTest> passes() throws Exception {
    Files.deleteIfExists(RESULTS);
    int code = run();
    List<String> results = Files.exists(RESULTS) ? Files.readAllLines(RESULTS) : List.of();
    DynamicTest whole =
        DynamicTest.dynamicTest(
            "everything: types and tests",
            () -> {
              assertThat(results).as(Files.readString(LOG)).hasSizeGreaterThan(LEAST_TESTS);
              boolean failed = results.stream().anyMatch(line -> !line.startsWith("ok\t"));
              assertThat(code == 0 || failed).as(Files.readString(LOG)).isTrue();
            });
    return Stream.concat(Stream.of(whole), results.stream().map(PagesInNodeTest::asTest));
  }

  /** A line says how it went, the file, the name and the error, between tabs. */
  private static DynamicTest asTest(String line) {
    String[] fields = line.split("\t", 4);
    return DynamicTest.dynamicTest(
        fields[1] + ": " + fields[2], () -> assertThat(fields[0]).as(fields[3]).isEqualTo("ok"));
  }

  private static int run() throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node", "build/test.mjs", RESULTS.toString());
    node.directory(HOME.toFile()).redirectErrorStream(true).redirectOutput(LOG.toFile());
    Process process = node.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + MOST_SECONDS + " s, see " + LOG);
    }
    return process.exitValue();
  }
}
