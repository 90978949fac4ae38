package io.kucun.local.replay;

import io.kucun.local.client.Api;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How far the replay is, every few seconds. */
final class ProgressLine implements AutoCloseable {
  private static final int SECONDS = 3;

  private final Consumer<String> out;
  private final Tally tally;
  private final Api api;
  private final Plan plan;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());

  ProgressLine(Consumer<String> out, Tally tally, Api api, Plan plan) {
    this.out = out;
    this.tally = tally;
    this.api = api;
    this.plan = plan;
  }

  void start() {
    var _ = timer.scheduleAtFixedRate(this::print, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void print() {
    Tally.Counts counts = tally.counts();
    String done =
        counts.read() == 0
            ? "%,d of %,d products".formatted(tally.openedSoFar(), plan.items().size())
            : "%,d of %,d orders, %,d lines read"
                .formatted(counts.orders(), plan.orders(), counts.read());
    out.accept("  " + done + ", %,d requests".formatted(api.requests()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
