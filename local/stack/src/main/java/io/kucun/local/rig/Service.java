package io.kucun.local.rig;

import io.kucun.local.servers.ChildProcess;
import io.kucun.local.servers.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A packaged service that can be started, asked, signalled and started again. Questions from any
 * thread, the rest from one.
 */
public final class Service implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

  private final String module;
  private final String name;
  private final Map<String, String> environment;
  private final Path directory;
  private final int management = Ports.free();
  private volatile @Nullable Process process;

  /**
   * Not started yet.
   *
   * @param module which service
   * @param name its own, and that of its log in the directory
   */
  public Service(String module, String name, Map<String, String> environment, Path directory) {
    this.module = module;
    this.name = name;
    this.directory = directory;
    this.environment = new HashMap<>(environment);
    this.environment.put("MANAGEMENT_PORT", Integer.toString(management));
  }

  /** Its own name. */
  public String name() {
    return name;
  }

  /** What it says goes there. */
  public Path log() {
    return directory.resolve(name + ".log");
  }

  /** Starts it; it is not ready yet. */
  public void start() {
    process = ServiceProcess.spawn(module, environment, directory, name);
  }

  /** Returns when it is. */
  public void awaitReady() {
    Await.until(
        name + " is ready",
        START_LIMIT,
        () -> {
          if (!isAlive()) {
            throw new AssertionError(name + " has ended, see " + directory);
          }
          return isReady();
        });
  }

  /** Whether requests should be sent there. */
  public boolean isReady() {
    return readiness() == 200;
  }

  /** The status with which it answers the question whether it is ready; 0 if it does not answer. */
  public int readiness() {
    if (!isAlive()) {
      return 0;
    }
    try (HttpLine line = new HttpLine(management, "", PROBE_LIMIT)) {
      return line.get("/q/health/ready").status();
    } catch (IOException e) {
      return 0;
    }
  }

  private boolean isAlive() {
    Process living = process;
    return living != null && living.isAlive();
  }

  /** Sends a signal by name, such as {@code TERM}; nothing if it is gone. */
  public void signal(String signal) {
    Process living = process;
    if (living != null && living.isAlive()) {
      ServiceProcess.child(living).signal(signal);
    }
  }

  /** Its exit code, once it has ended by itself. */
  public int exitCode(Duration limit) {
    Process ending = process;
    try {
      if (ending == null || !ending.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(name + " has not ended within " + limit.toSeconds() + " s");
      }
      return ending.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A number that it tells about itself. */
  public double metric(String wanted) {
    try (HttpLine line = new HttpLine(management)) {
      return line.get("/q/metrics")
          .body()
          .lines()
          .filter(it -> it.startsWith(wanted + " ") || it.startsWith(wanted + "{"))
          .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new AssertionError(name + " tells no metrics, see " + directory, e);
    }
  }

  /** Ends it with a signal that it cannot hear. */
  @Override
  public void close() {
    Process living = process;
    if (living != null) {
      ChildProcess child = ServiceProcess.child(living);
      child.stop("KILL", KILL_LIMIT);
    }
  }
}
