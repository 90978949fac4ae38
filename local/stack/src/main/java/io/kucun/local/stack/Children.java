package io.kucun.local.stack;

import io.kucun.local.servers.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The processes that were started, one for each part, and on disk the same as pid files.
 *
 * <p>Once {@link #stopAll} was called, a process that is added late, by a thread that was still
 * starting it, is killed at once.
 */
public final class Children {
  private static final Duration WHOLE_STOP = Duration.ofSeconds(9);

  private final StateDirectory directory;
  private final Map<Part, ChildProcess> running = new EnumMap<>(Part.class);
  private final Map<Part, Process> started = new EnumMap<>(Part.class);
  private final ReentrantLock stopLock = new ReentrantLock();
  private boolean stopping;

  /** Of the system in that directory. */
  public Children(StateDirectory directory) {
    this.directory = directory;
  }

  /** Records a process. */
  public synchronized void add(Part part, ChildProcess process) {
    process.write(directory.pid(part));
    if (stopping) {
      process.stop("KILL", Duration.ofSeconds(1));
      forget(part);
      return;
    }
    running.put(part, process);
  }

  /** Records a process that was started here, by the file name of its executable. */
  public void add(Part part, Process process, String command) {
    add(part, ChildProcess.of(process.toHandle(), command));
    synchronized (this) {
      started.put(part, process);
    }
  }

  /** How a part that has ended did so, in brackets; empty if that cannot be known. */
  public synchronized String ending(Part part) {
    Process process = started.get(part);
    return process == null || process.toHandle().isAlive() ? "" : " (" + Ending.of(process) + ")";
  }

  /** Whether the stop has begun, so that the end of a process is no news. */
  public synchronized boolean isStopping() {
    return stopping;
  }

  /** Whether nothing runs that it knows of. */
  public synchronized boolean isEmpty() {
    return running.isEmpty();
  }

  /** The process of a part as the pid files have it, whoever started it. */
  public static Optional<ChildProcess> recorded(StateDirectory directory, Part part) {
    return ChildProcess.read(directory.pid(part)).filter(ChildProcess::isAlive);
  }

  /** Ends what a launcher that is gone has left; tells what it was. */
  public List<Part> reap() {
    List<Part> found = new ArrayList<>();
    synchronized (this) {
      for (Part part : Part.values()) {
        recorded(directory, part)
            .ifPresent(process -> {
              found.add(part);
              running.put(part, process);
            });
      }
    }
    if (!found.isEmpty()) {
      stopRunning();
    }
    for (Part part : Part.values()) {
      forget(part);
    }
    return found;
  }

  /** Stops all, the last started first; none lives longer than the limit. */
  public void stopAll() {
    synchronized (this) {
      stopping = true;
    }
    stopRunning();
  }

  /** Completes with the first part whose process ends. */
  public synchronized CompletableFuture<Part> firstToEnd() {
    CompletableFuture<Part> first = new CompletableFuture<>();
    running.forEach((part, process) ->
        process
            .handle()
            .ifPresentOrElse(
                handle -> {
                  var _ = handle.onExit().thenAccept(ended -> first.complete(part));
                },
                () -> first.complete(part)));
    return first;
  }

  private void stopRunning() {
    // Whoever comes second waits: the JVM must not halt while the first still stops.
    stopLock.lock();
    try {
      long deadline = System.nanoTime() + WHOLE_STOP.toNanos();
      for (Part part : List.of(Part.values()).reversed()) {
        stop(part, deadline);
      }
    } finally {
      stopLock.unlock();
    }
  }

  private void stop(Part part, long deadline) {
    ChildProcess process;
    synchronized (this) {
      process = running.remove(part);
    }
    if (process != null) {
      process.signal("CONT");
      process.stop(StopPolicy.signal(part), StopPolicy.limit(part, deadline));
      forget(part);
    }
  }

  private void forget(Part part) {
    try {
      Files.deleteIfExists(directory.pid(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
