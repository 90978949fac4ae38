package io.kucun.gateway;

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

/** Runs the tests of {@code client/} in Node, and shows each as one of these. */
@DisplayName("In Node, the browser client")
class BrowserClientTest {

  private static final Path HOME = Path.of("client").toAbsolutePath();
  private static final Path RESULTS = Path.of("target/browser-client.tsv").toAbsolutePath();
  private static final Path LOG = Path.of("target/browser-client.log").toAbsolutePath();
  private static final int MOST_SECONDS = 900;

  /** A line of the results. */
  private record Result(boolean ok, String file, String name, String error) {
    static Result parse(String line) {
      String[] fields = line.split("\t", 4);
      return new Result(fields[0].equals("ok"), fields[1], fields[2], fields[3]);
    }

    DynamicTest asTest() {
      return DynamicTest.dynamicTest(file + ": " + name, () -> assertThat(ok).as(error).isTrue());
    }
  }

  @TestFactory
  @DisplayName("passes")
  Stream<DynamicTest> passes() throws Exception {
    Files.deleteIfExists(RESULTS);
    int code = run("build/test.mjs", RESULTS.toString());
    List<Result> results = Files.exists(RESULTS) ? results() : List.of();
    boolean somethingFailed = results.stream().anyMatch(result -> !result.ok());
    DynamicTest whole =
        DynamicTest.dynamicTest(
            "everything: types and tests",
            () -> {
              assertThat(results).as(Files.readString(LOG)).hasSizeGreaterThan(50);
              assertThat(code == 0 || somethingFailed).as(Files.readString(LOG)).isTrue();
            });
    return Stream.concat(Stream.of(whole), results.stream().map(Result::asTest));
  }

  private static List<Result> results() throws IOException {
    return Files.readAllLines(RESULTS).stream().map(Result::parse).toList();
  }

  private static int run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node");
    node.command().addAll(List.of(arguments));
    node.directory(HOME.toFile()).redirectErrorStream(true).redirectOutput(LOG.toFile());
    node.environment().put("KUCUN_SOAK", System.getProperty("kucun.soak", "false"));
    Process process = node.start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + MOST_SECONDS + " s, see " + LOG);
    }
    return process.exitValue();
  }
}
