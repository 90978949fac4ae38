package io.kucun.gateway.session.wire;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/** What leaves through the sockets, and how soon. Safe for any thread. */
final class WireMetrics {

  private static final Duration[] FANOUT_BUCKETS =
      LongStream.of(10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
          .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
          .toArray(Duration[]::new);
  private static final Duration[] LAG_BUCKETS =
      LongStream.of(1, 3, 10, 20, 30, 100, 250, 1_000, 3_000, 10_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final LongAdder writes = new LongAdder();
  private final LongAdder frames = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final AtomicInteger unwritable = new AtomicInteger();
  private final Timer fanout;
  private final Timer lag;

  WireMetrics(MeterRegistry registry) {
    fanout =
        Timer.builder("kucun.gateway.fanout")
            .description("From what a tick brought until every event loop has written it")
            .serviceLevelObjectives(FANOUT_BUCKETS)
            .register(registry);
    lag =
        Timer.builder("kucun.gateway.lag")
            .description("From an event's timestamp until it was given to the sockets")
            .serviceLevelObjectives(LAG_BUCKETS)
            .register(registry);
    counter(
        registry, "writes", "Writes to sockets; frames divided by it is frames per write", writes);
    counter(registry, "frames", "Text frames written to sockets", frames);
    counter(registry, "bytes", "Bytes of text frames written to sockets", bytes);
    Gauge.builder("kucun.gateway.unwritable", unwritable, AtomicInteger::get)
        .description("Sockets that take no more for now")
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry, String name, String description, LongAdder value) {
    FunctionCounter.builder("kucun.gateway." + name, value, LongAdder::sum)
        .description(description)
        .register(registry);
  }

  /** Frames were given to sockets, the newest event among them of this time, if any. */
  void wrote(int sockets, int count, long size, long ts) {
    writes.add(sockets);
    frames.add(count);
    bytes.add(size);
    if (ts > 0) {
      lag.record(Math.max(0, System.currentTimeMillis() - ts), TimeUnit.MILLISECONDS);
    }
  }

  void fannedOut(long nanos) {
    fanout.record(nanos, TimeUnit.NANOSECONDS);
  }

  void unwritable(int change) {
    unwritable.addAndGet(change);
  }
}
