package io.kucun.local.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The wait between starting a process and its being ready. */
public final class Startup {
  private static final int POLL_MILLIS = 20;
  private static final Pattern TROUBLE =
      Pattern.compile("FATAL|ERROR|PANIC|error|Could not|Can't|cannot|No space left");

  private Startup() {}

  /** Returns when ready; fails at once when the process ends, and at the limit. */
  public static void await(
      String name, Process process, Path log, Duration limit, BooleanSupplier ready) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (ready.getAsBoolean() && process.isAlive()) {
          return;
        }
        if (System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new ServerException(
              name + " was not ready after " + limit.toSeconds() + " s, see " + log);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new ServerException(name + " was interrupted while it started");
    }
    throw new ServerException(name + " did not start: " + reason(log));
  }

  /** The log's last line that names a trouble, else its last line. */
  static String reason(Path log) {
    String last = "see " + log;
    String trouble = "";
    try {
      for (String line :
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.isBlank()) {
          continue;
        }
        last = line.strip();
        if (TROUBLE.matcher(line).find()) {
          trouble = last;
        }
      }
    } catch (IOException e) {
      return "no log at " + log;
    }
    return trouble.isEmpty() ? last : trouble;
  }
}
