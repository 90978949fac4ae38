package io.kucun.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A process by what identifies it for good: pid, start time and the file name of its executable.
 *
 * <p>A pid alone may belong to a foreign process by now, so every look at the process checks all
 * three.
 */
public record ChildProcess(long pid, Instant startedAt, String command) {
  /** Two JVMs may compute one start time up to a second apart when the clock was stepped. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private static final Duration EXEC_LIMIT = Duration.ofSeconds(2);
  private static final long EXEC_POLL_NANOS = 1_000_000;

  /** How Linux marks an executable whose file is gone. */
  private static final String DELETED = " (deleted)";

  /**
   * The identity of a process that was just started, once it runs that command: before, it is still
   * {@code setsid} or {@code unshare}, and would not be recognised.
   */
  public static ChildProcess of(ProcessHandle handle, String command) {
    ChildProcess child =
        new ChildProcess(
            handle.pid(), handle.info().startInstant().orElseGet(Instant::now), command);
    long deadline = System.nanoTime() + EXEC_LIMIT.toNanos();
    while (handle.isAlive() && !child.isAlive() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(EXEC_POLL_NANOS);
    }
    return child;
  }

  /** Reads what {@link #write} wrote; empty if the file is not there or is damaged. */
  public static Optional<ChildProcess> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return Optional.of(
          new ChildProcess(
              Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)), lines.get(2)));
    } catch (NoSuchFileException | java.time.format.DateTimeParseException e) {
      return Optional.empty();
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the identity to a file, whole or not at all. */
  public void write(Path file) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, pid + "\n" + startedAt + "\n" + command + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The living process, if it is still this one. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThisOne);
  }

  /** Whether the process lives. */
  public boolean isAlive() {
    return handle().isPresent();
  }

  /** Sends a signal by name, such as {@code INT}; does nothing if the process is gone. */
  public void signal(String name) {
    if (!isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new ServerException("cannot signal process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the process is gone; false if it still lives after that time. */
  public boolean awaitExit(Duration limit) {
    // A process that is just ending has no executable any more, so that is not asked for here.
    Optional<ProcessHandle> living =
        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    if (living.isEmpty()) {
      return true;
    }
    try {
      living.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return !isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asks with a signal, waits, and kills at the end of the wait. */
  public void stop(String signal, Duration limit) {
    signal(signal);
    if (!awaitExit(limit)) {
      handle().ifPresent(ProcessHandle::destroyForcibly);
      awaitExit(Duration.ofSeconds(2));
    }
  }

  private boolean startedThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .map(at -> Duration.between(at, startedAt).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }

  private boolean isThisOne(ProcessHandle handle) {
    return startedThen(handle) && handle.info().command().map(this::isCommand).orElse(false);
  }

  private boolean isCommand(String path) {
    return path.endsWith("/" + command) || path.endsWith("/" + command + DELETED);
  }
}
