package io.kucun.local.bench;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Deletion;
import io.kucun.local.servers.Spawn;
import io.kucun.local.servers.Startup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The processes of one bench and their directory. They end with it, the last one first; what an
 * earlier bench has left ends when the next one starts.
 */
public final class Servers implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final String PID = ".pid";

  private final Path directory;
  private final Deque<ChildProcess> running = new ArrayDeque<>();

  /** In an emptied directory. */
  public Servers(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + PID)) {
        left.forEach(file -> ChildProcess.read(file).ifPresent(Servers::stop));
      }
      Deletion.of(directory);
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where they leave what they write. */
  public Path directory() {
    return directory;
  }

  /** The file of a process's output. */
  public Path log(String name) {
    return directory.resolve(name + ".log");
  }

  /** Records a process that was started. */
  public synchronized ChildProcess keep(String name, ChildProcess process) {
    running.push(process);
    process.write(directory.resolve(name + PID));
    return process;
  }

  /**
   * Starts a process and waits for it.
   *
   * @param executable the file name of what runs in the end
   */
  public ChildProcess start(
      String name,
      String executable,
      List<String> command,
      Map<String, String> environment,
      BooleanSupplier ready) {
    Process process = Spawn.inOwnSession(command, environment, directory, log(name));
    ChildProcess child = keep(name, ChildProcess.of(process.toHandle(), executable));
    Startup.await(name, process, log(name), START_LIMIT, ready);
    return child;
  }

  @Override
  public synchronized void close() {
    while (!running.isEmpty()) {
      stop(running.pop());
    }
  }

  private static void stop(ChildProcess process) {
    // PostgreSQL waits for its clients at TERM; INT ends each of these.
    process.stop("INT", STOP_LIMIT);
  }
}
