package io.kucun.gateway.session.wire;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The sockets of one event loop, as far as they have something to do. */
final class WireLoop {

  private final EventLoop loop;
  private final Executor hubThread;
  private final WireMetrics metrics;
  private @Nullable Shipment loading;
  private int usual;
  // Below, touched on the loop only.
  private final List<SharedWire> unflushed = new ArrayList<>();
  private List<SharedWire> roomy = new ArrayList<>();
  private int messages;
  private long bytes;
  private long newest;

  WireLoop(EventLoop loop, Executor hubThread, WireMetrics metrics) {
    this.loop = loop;
    this.hubThread = hubThread;
    this.metrics = metrics;
  }

  /** What is being put together on the hub's thread. */
  @Nullable Shipment loading() {
    return loading;
  }

  void load(Shipment shipment) {
    loading = shipment;
  }

  /** What was put together leaves. */
  void unload(int size) {
    loading = null;
    usual = size;
  }

  /** How much was in the last shipment. */
  int usual() {
    return usual;
  }

  void execute(Runnable task) {
    loop.execute(task);
  }

  @SuppressWarnings("FutureReturnValueIgnored")
  void later(int seconds, Runnable task) {
    loop.schedule(task, seconds, TimeUnit.SECONDS);
  }

  void wrote(Frame frame) {
    messages += frame.messages();
    bytes += frame.bytes().readableBytes();
    newest = Math.max(newest, frame.ts());
  }

  void toFlush(SharedWire wire) {
    unflushed.add(wire);
  }

  void flush() {
    // Before anything leaves, so that what a client has got is counted.
    metrics.wrote(unflushed.size(), messages, bytes, newest);
    unflushed.forEach(SharedWire::flush);
    unflushed.clear();
    messages = 0;
    bytes = 0;
    newest = 0;
  }

  /** Tells the hub's thread that this client has room again, together with others. */
  void hasRoom(SharedWire wire) {
    if (roomy.isEmpty()) {
      loop.execute(this::reportRoom);
    }
    roomy.add(wire);
  }

  private void reportRoom() {
    List<SharedWire> reported = roomy;
    roomy = new ArrayList<>();
    hubThread.execute(() -> reported.forEach(SharedWire::useRoom));
  }
}
