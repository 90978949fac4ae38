package io.kucun.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of tests that Node has run.
 *
 * @param code the exit code
 * @param results a line for each test
 */
public record NodeTests(int code, List<Result> results) {

  /** One test. */
  public record Result(boolean ok, String file, String name, String error) {

    /** A line says how it went, the file, the name and the error, between tabs. */
    private static Result parse(String line) {
      String[] fields = line.split("\t", 4);
      return new Result(fields[0].equals("ok"), fields[1], fields[2], fields[3]);
    }
  }

  /**
   * Runs them to their end, which is to come within the limit.
   *
   * @param results the file that the command writes a line for each test to
   * @param log gets what it prints
   */
  public static NodeTests run(ProcessBuilder command, Path results, Path log, Duration limit) {
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    command.environment().put("KUCUN_SOAK", System.getProperty("kucun.soak", "false"));
    try {
      Files.deleteIfExists(results);
      Process process = command.start();
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new ServerException("no end after " + limit + ", see " + log);
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      List<String> lines = Files.exists(results) ? Files.readAllLines(results) : List.of();
      return new NodeTests(process.exitValue(), lines.stream().map(Result::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  /** Whether a bad end is that of a test, and not of something around them. */
  public boolean isExplained() {
    return code == 0 || results.stream().anyMatch(result -> !result.ok());
  }
}
