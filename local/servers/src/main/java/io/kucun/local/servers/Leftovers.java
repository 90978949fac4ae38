package io.kucun.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directories in which each JVM keeps the pids and data of its servers, named after the JVM's
 * pid and start time, so that it can be told whether their owner still lives.
 */
final class Leftovers {
  /** How the name of a file with a {@link ChildProcess} ends. */
  static final String PID_SUFFIX = ".pid";

  private static final Pattern NAME = Pattern.compile("jvm-(\\d+)-(\\d+)");
  private static final Duration TOLERANCE = Duration.ofSeconds(2);
  private static final Duration EXIT_LIMIT = Duration.ofSeconds(4);

  private Leftovers() {}

  static Path directoryOfThisJvm(Path root) {
    ProcessHandle self = ProcessHandle.current();
    long startedAt = self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    return root.resolve("jvm-" + self.pid() + "-" + startedAt);
  }

  /** Ends the servers of JVMs that are gone and deletes their data. */
  static void reap(Path root) {
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(root, "jvm-*")) {
      for (Path directory : directories) {
        if (!ownerLives(directory)) {
          clear(directory);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the servers of one directory and deletes it. */
  static void clear(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + PID_SUFFIX)) {
      for (Path file : files) {
        Optional<ChildProcess> process = ChildProcess.read(file);
        if (process.isPresent()) {
          ChildProcess child = process.get();
          boolean postgres = child.command().equals(PostgresServer.COMMAND);
          child.signal("CONT");
          child.stop(postgres ? "QUIT" : "KILL", EXIT_LIMIT);
        }
      }
      Deletion.of(directory);
    } catch (IOException | UncheckedIOException e) {
      // Another JVM clears it too, or a dying server still writes: the next start tries again.
      return;
    }
  }

  private static boolean ownerLives(Path directory) {
    Matcher name = NAME.matcher(String.valueOf(directory.getFileName()));
    if (!name.matches()) {
      return true;
    }
    Instant startedAt = Instant.ofEpochMilli(Long.parseLong(name.group(2)));
    return ProcessHandle.of(Long.parseLong(name.group(1)))
        .flatMap(owner -> owner.info().startInstant())
        .filter(at -> Duration.between(at, startedAt).abs().compareTo(TOLERANCE) <= 0)
        .isPresent();
  }
}
