package io.kucun.gateway;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;

/** Has Netty watch every buffer, and tells which were dropped without being released. */
final class LeakWatch implements AutoCloseable {

  private static final String PLANTED = "planted by the test ";

  private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
  private final LogWatch log = new LogWatch(ResourceLeakDetector.class.getName());

  LeakWatch() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
  }

  /**
   * The reports about buffers other than one that is dropped here, which shows that reports come.
   */
  List<String> leaks() {
    String planted = PLANTED + System.nanoTime();
    plant(planted);
    Await.until(
        "the planted leak is reported",
        () -> {
          System.gc();
          PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
          return log.records().stream().anyMatch(report -> report.contains(planted));
        });
    return log.records().stream().filter(report -> !report.contains(PLANTED)).toList();
  }

  /** Netty tells of each leak once only, by its text. */
  private static void plant(String text) {
    PooledByteBufAllocator.DEFAULT.directBuffer(16).touch(text);
  }

  @Override
  public void close() {
    ResourceLeakDetector.setLevel(before);
    log.close();
  }
}
