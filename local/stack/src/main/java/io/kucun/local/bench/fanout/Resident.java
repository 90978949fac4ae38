package io.kucun.local.bench.fanout;

import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Memory of processes, from {@code /proc}. */
final class Resident {
  private static final double KB_PER_MB = 1024;

  private Resident() {}

  /** What a process holds in memory, in MB. */
  static double megabytes(long pid) {
    try {
      return megabytes(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
    } catch (IOException e) {
      throw new StackException("process " + pid + " has ended");
    }
  }

  static double megabytes(List<String> status) {
    return status.stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / KB_PER_MB;
  }
}
