package io.kucun.local.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Whoever reads standard output through a pipe, as {@code head} does. */
final class Reader {
  private static final int STANDARD_OUTPUT = 1;
  private static final int FOR_EVER = -1;

  /** POLLERR and POLLHUP. */
  private static final int GONE = 0x18;

  private Reader() {}

  /**
   * Runs something once nobody reads any more. Java hears of that only from a write, and what is
   * written may be long in coming. Where the system does not tell, nothing is run.
   */
  static void whenGone(Runnable end) {
    Thread.ofPlatform()
        .daemon()
        .name("reader")
        .start(() -> {
          if (isGoneAtLast()) {
            end.run();
          }
        });
  }

  /** Waits in {@code poll(2)} on {@code struct pollfd {int fd; short events, revents;}}. */
  @SuppressWarnings("restricted")
  private static boolean isGoneAtLast() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find("poll");
    if (function.isEmpty()) {
      return false;
    }
    MethodHandle poll =
        linker.downcallHandle(
            function.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment output = arena.allocate(ValueLayout.JAVA_LONG);
      output.setAtIndex(ValueLayout.JAVA_INT, 0, STANDARD_OUTPUT);
      int found = (int) poll.invokeExact(output, 1L, FOR_EVER);
      return found == 1 && (output.getAtIndex(ValueLayout.JAVA_SHORT, 3) & GONE) != 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
