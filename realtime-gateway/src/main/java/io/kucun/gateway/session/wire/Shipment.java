package io.kucun.gateway.session.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** One event loop's part of a tick: which socket gets which frames, in order. */
final class Shipment implements Runnable {

  /** So many sockets at once that what is touched of them stays near the processor. */
  private static final int GROUP = 64;

  private final Tick tick;
  private final WireLoop loop;
  private final List<SharedWire> wires;
  private final List<Frame> frames;

  /** Of about so many. */
  Shipment(Tick tick, WireLoop loop, int size) {
    this.tick = tick;
    this.loop = loop;
    this.wires = new ArrayList<>(size);
    this.frames = new ArrayList<>(size);
  }

  void add(SharedWire wire, Frame frame) {
    wires.add(wire);
    frames.add(frame);
  }

  void leave() {
    loop.unload(wires.size());
    try {
      loop.execute(this);
    } catch (RejectedExecutionException stopped) {
      tick.shipped();
    }
  }

  /** Writes everything first and then flushes each socket once; of one frame, group by group. */
  @Override
  public void run() {
    try {
      for (int i = 0; i < wires.size(); i++) {
        wires.get(i).write(frames.get(i));
        if (tick.isUniform() && i % GROUP == GROUP - 1) {
          loop.flush();
        }
      }
      loop.flush();
    } finally {
      tick.shipped();
    }
  }
}
