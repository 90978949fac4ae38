package io.kucun.local.bench.fanout;

import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many files and sockets a process of this user may have open. */
final class OpenFiles {
  /** What a server needs besides its clients. */
  private static final int BESIDES = 500;

  private OpenFiles() {}

  /** Refuses if a process cannot hold so many clients. */
  static void require(int clients) {
    long limit = limit();
    if (limit < clients + BESIDES) {
      throw new StackException(
          "bench needs "
              + (clients + BESIDES)
              + " open files in a process and may have "
              + limit
              + ": raise the limit (ulimit -n "
              + (clients + BESIDES)
              + "), or leave out what needs so many (--loads)");
    }
  }

  private static long limit() {
    try {
      return limit(Files.readAllLines(Path.of("/proc/self/limits")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The soft limit: a JVM raises its own to the hard one, and what it starts inherits that. */
  static long limit(List<String> limits) {
    return limits.stream()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> line.substring("Max open files".length()).strip().split("\\s+", -1)[0])
        .mapToLong(soft -> "unlimited".equals(soft) ? Long.MAX_VALUE : Long.parseLong(soft))
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }
}
