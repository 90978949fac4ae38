package io.kucun.gateway;

import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/**
 * How much memory of this process is in use: live objects, and buffers outside of the heap. Garbage
 * counts, too, unless the collector leaves none, as the options of the tests' JVM demand of it.
 */
final class Footprint {

  private static final int TRIES = 3;

  private Footprint() {}

  /** In bytes. Whatever else goes on adds to it, so the least of some looks counts. */
  static long bytes() {
    return LongStream.range(0, TRIES).map(i -> look()).min().orElseThrow();
  }

  private static long look() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return heap + PooledByteBufAllocator.DEFAULT.pinnedDirectMemory();
  }
}
