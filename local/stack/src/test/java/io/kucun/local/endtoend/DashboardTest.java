package io.kucun.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kucun.local.documents.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
  private static final int MOST_MINUTES = 15;
  private static final int LEAST_TESTS = 15;

  @TempDir private Path directory;

  @TestFactory
  @DisplayName("passes")
  Stream<DynamicTest> passes() throws Exception {
    assumeTrue(Tool.isThere(CHROMIUM), Tool.missing(CHROMIUM));
    Files.deleteIfExists(RESULTS);
    Files.createDirectories(TARGET.resolve("soak"));
    int code;
    try (DashboardPair pair = new DashboardPair(Stack.shared().settings(), directory)) {
      code = run(pair.place());
    }
    List<String> results = Files.exists(RESULTS) ? Files.readAllLines(RESULTS) : List.of();
    DynamicTest whole =
        DynamicTest.dynamicTest(
            "everything",
            () -> {
              assertThat(results).as(Files.readString(LOG)).hasSizeGreaterThan(LEAST_TESTS);
              boolean failed = results.stream().anyMatch(line -> !line.startsWith("ok\t"));
              assertThat(code == 0 || failed).as(Files.readString(LOG)).isTrue();
            });
    return Stream.concat(Stream.of(whole), results.stream().map(DashboardTest::asTest));
  }

  /** A line says how it went, the file, the name and the error, between tabs. */
  private static DynamicTest asTest(String line) {
    String[] fields = line.split("\t", 4);
    return DynamicTest.dynamicTest(
        fields[2], () -> assertThat(fields[0]).as(fields[3] + ", see " + LOG).isEqualTo("ok"));
  }

  private static String chromium() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, CHROMIUM))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private static int run(Map<String, String> place) throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node", "run.mjs", RESULTS.toString());
    node.directory(HOME.toFile()).redirectErrorStream(true).redirectOutput(LOG.toFile());
    node.environment().putAll(place);
    node.environment().put("KUCUN_CHROMIUM", chromium());
    node.environment().put("KUCUN_SCREENSHOTS", TARGET.resolve("screenshots").toString());
    node.environment().put("KUCUN_SOAK", System.getProperty("kucun.soak", "false"));
    Process process = node.start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("no end after " + MOST_MINUTES + " min, see " + LOG);
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
