package io.kucun.gateway.session.wire;

import io.kucun.gateway.hub.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What leaves together: each batch encoded once, and for each event loop who gets what. It holds
 * one reference to every buffer until the last loop has written it.
 */
final class Tick {

  private final WireMetrics metrics;
  private final long start = System.nanoTime();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<Batch, Frame> byBatch = new HashMap<>();
  private final List<Shipment> shipments = new ArrayList<>();
  private final AtomicInteger unshipped = new AtomicInteger();
  private @Nullable Batch latest;
  private @Nullable Frame latestFrame;

  Tick(WireMetrics metrics) {
    this.metrics = metrics;
  }

  void add(SharedWire wire, Batch batch) {
    shipment(wire.loop()).add(wire, frame(batch));
  }

  void add(SharedWire wire, Frame control) {
    frames.add(control);
    shipment(wire.loop()).add(wire, control);
  }

  private Frame frame(Batch batch) {
    Frame frame = latestFrame;
    if (batch != latest || frame == null) {
      frame = byBatch.computeIfAbsent(batch, this::encode);
      latest = batch;
      latestFrame = frame;
    }
    return frame;
  }

  private Frame encode(Batch batch) {
    Frame frame = Frame.of(batch);
    frames.add(frame);
    return frame;
  }

  private Shipment shipment(WireLoop loop) {
    Shipment loading = loop.loading();
    if (loading == null) {
      loading = new Shipment(this, loop, loop.usual());
      loop.load(loading);
      shipments.add(loading);
    }
    return loading;
  }

  /** Whether each socket gets the same one frame. */
  boolean isUniform() {
    return frames.size() == 1;
  }

  /** Hands each loop its part. On the hub's thread; nothing is added any more. */
  void ship() {
    unshipped.set(shipments.size());
    for (Shipment shipment : shipments) {
      shipment.leave();
    }
  }

  /** One of the loops is done. */
  void shipped() {
    if (unshipped.decrementAndGet() == 0) {
      frames.forEach(frame -> frame.bytes().release());
      metrics.fannedOut(System.nanoTime() - start);
    }
  }
}
