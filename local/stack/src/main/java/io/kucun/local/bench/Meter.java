package io.kucun.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Puts one contestant under load and takes its figures. One thread. */
final class Meter {
  /** Long enough for entries that have expired meanwhile to be loaded again. */
  private static final Duration FILL = Duration.ofMillis(800);

  private final long redis;
  private final int connections;

  /**
   * For contestants on one Redis.
   *
   * @param redis the process
   */
  Meter(long redis, int connections) {
    this.redis = redis;
    this.connections = connections;
  }

  /** Fills its cache, then measures. */
  Sample measure(Contestant who, Target target, Duration time) {
    try {
      fill(who, target);
      try (HttpLoad load = new HttpLoad(who.title(), target, connections)) {
        load.run(FILL);
        return sample(load, target, time);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(Contestant who, Target target) throws IOException {
    try (HttpLoad load = new HttpLoad(who.title(), target.lenient(), 1)) {
      load.run(FILL);
    }
  }

  private Sample sample(HttpLoad load, Target target, Duration time) throws IOException {
    long server = Cpu.micros(target.server());
    long store = Cpu.micros(redis);
    long begin = System.nanoTime();
    long answers = load.run(time);
    double seconds = (System.nanoTime() - begin) / 1e9;
    long serverEnd = Cpu.micros(target.server());
    long storeEnd = Cpu.micros(redis);
    load.requireMarked(answers);
    return new Sample(
        (double) (serverEnd - server) / answers,
        (double) (storeEnd - store) / answers,
        answers / seconds);
  }
}
