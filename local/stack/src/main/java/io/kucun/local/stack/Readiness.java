package io.kucun.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The wait for a started process to serve: fails at once when it ends. */
record Readiness(Part part, Process process, Path log, Duration limit) {
  private static final int POLL_MILLIS = 100;
  private static final int SHOWN_LINES = 5;

  void await(Probe probe) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (probe.isReady(part) && process.isAlive()) {
          return;
        }
        if (System.nanoTime() > deadline) {
          throw failure("was not ready after " + limit.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was interrupted while it started");
    }
    throw failure("ended while it started, " + Ending.of(process));
  }

  private StackException failure(String what) {
    String tail = String.join("\n    ", LogTail.of(log, SHOWN_LINES));
    return new StackException(part.title() + " " + what + "; the end of " + log + ":\n    " + tail);
  }
}
