package io.kucun.local.bench;

import io.kucun.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Processor time of processes, from {@code /proc}. */
public final class Cpu {
  private static final Path PROC = Path.of("/proc");
  private static final int MICROS_PER_TICK = 10_000;

  /** Fields after the name of the command, which may have blanks. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  private Cpu() {}

  /** Refuses where there is no {@code /proc}. */
  public static void require() {
    if (!Files.isReadable(PROC.resolve("self/stat"))) {
      throw new StackException("bench reads processor times from /proc, which only Linux has");
    }
  }

  /** What a process and those that it has started have used, in microseconds. */
  public static long micros(long pid) {
    Stream<Long> started =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    return LongStream.concat(LongStream.of(pid), started.mapToLong(Long::longValue))
        .map(Cpu::own)
        .sum();
  }

  private static long own(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
      return ticks * MICROS_PER_TICK;
    } catch (IOException e) {
      throw new StackException("process " + pid + " has ended");
    }
  }
}
