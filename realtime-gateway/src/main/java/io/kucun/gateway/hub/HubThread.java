package io.kucun.gateway.hub;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The way to a hub from other threads: what is handed over here is done in that order, by the hub's
 * own thread.
 */
public final class HubThread {

  private final Hub hub;
  private final Executor executor;

  /**
   * Gives the hub its thread.
   *
   * @param executor runs one task after the other, each seeing what those before it did
   */
  public HubThread(Hub hub, Executor executor) {
    this.hub = hub;
    this.executor = executor;
  }

  public void run(Consumer<Hub> task) {
    executor.execute(() -> task.accept(hub));
  }

  public Executor executor() {
    return executor;
  }

  public HubCounters counters() {
    return hub.counters();
  }
}
