package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.Batch;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Gathers on the hub's thread what goes out, until what that thread has to do now is done; then it
 * leaves with one task for each event loop.
 */
final class Fanout {

  private final Executor hubThread;
  private final WireMetrics metrics;
  private final Map<EventLoop, WireLoop> loops = new ConcurrentHashMap<>();
  private @Nullable Tick tick;

  Fanout(Executor hubThread, WireMetrics metrics) {
    this.hubThread = hubThread;
    this.metrics = metrics;
  }

  WireLoop loop(EventLoop loop) {
    return loops.computeIfAbsent(loop, l -> new WireLoop(l, hubThread, metrics));
  }

  void add(SharedWire wire, Batch batch) {
    tick().add(wire, batch);
  }

  void add(SharedWire wire, Frame control) {
    tick().add(wire, control);
  }

  /** Does something after what is handed over before it has left. Any thread. */
  void inTurn(Runnable task) {
    // Twice, for the first turn may come between an addition and the departure it has caused.
    hubThread.execute(() -> hubThread.execute(task));
  }

  private Tick tick() {
    Tick open = tick;
    if (open == null) {
      open = new Tick(metrics);
      tick = open;
      hubThread.execute(this::ship);
    }
    return open;
  }

  private void ship() {
    Tick full = tick;
    tick = null;
    if (full != null) {
      full.ship();
    }
  }
}
