package io.kucun.local.bench.fanout;

import io.kucun.local.rig.Await;
import io.kucun.local.stack.StackException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of one server that have all subscribed to the channel, and what they get. */
final class Fleet implements AutoCloseable {
  private static final Duration CONNECTED = Duration.ofMinutes(2);
  private static final Duration ENDED = Duration.ofSeconds(20);
  private static final double NANOS_PER_MICRO = 1e3;

  private final Target target;
  private final FleetLoop loop;
  private final Thread thread;
  private final AtomicInteger wanted = new AtomicInteger();

  /** Without clients. */
  Fleet(Target target, Departures departures, int receiveBuffer) {
    this.target = target;
    this.loop = new FleetLoop(target, new Tally(departures, Long.MAX_VALUE), receiveBuffer);
    this.thread = Thread.ofPlatform().daemon().name("fleet").start(loop);
  }

  /** Clients whose sockets hold what is usual. */
  static Fleet of(Target target, Departures departures, int clients) {
    Fleet fleet = new Fleet(target, departures, 0);
    fleet.connect(clients);
    return fleet;
  }

  /** Returns when so many more have subscribed. */
  void connect(int more) {
    loop.run(() -> loop.connect(more));
    int all = wanted.addAndGet(more);
    until("clients of " + target.who().title() + " connect", CONNECTED, all);
  }

  /** The clients that have been there for longest go away in order. */
  void leave(int oldest) {
    wanted.addAndGet(-oldest);
    loop.run(() -> loop.leave(oldest));
  }

  private void until(String what, Duration limit, int open) {
    try {
      Await.until(what, limit, () -> loop.open() >= open || loop.failure() != null);
    } catch (AssertionError e) {
      throw new StackException(e.getMessage() + ": " + loop.open() + " of " + open + ", " + loop);
    }
    check();
  }

  /** Fails if something went wrong that makes all figures worthless. */
  void check() {
    String failure = loop.failure();
    if (failure != null) {
      throw new StackException(target.who().title() + ": " + failure);
    }
  }

  boolean haveAllHeard() {
    check();
    return loop.heard() >= wanted.get();
  }

  /** Counts from this message on. */
  Tally count(Departures departures, long from) {
    Tally tally = new Tally(departures, from);
    CountDownLatch begun = new CountDownLatch(1);
    loop.run(() -> {
      loop.count(tally);
      begun.countDown();
    });
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted");
    }
    return tally;
  }

  /** Nothing is read any more. */
  void stall() {
    loop.run(loop::stall);
  }

  int open() {
    return loop.open();
  }

  /** Messages that came twice, in the wrong order, or behind one that is missing. */
  long faults() {
    return loop.faults();
  }

  /** Clients that the server, or the network, has left. */
  int left() {
    return loop.left();
  }

  /** What reading has cost so far. */
  double cpuMicros() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId())
        / NANOS_PER_MICRO;
  }

  /** Says goodbye for all, and waits until the server has. */
  @Override
  public void close() {
    int open = loop.open();
    loop.run(() -> loop.leave(open));
    loop.run(loop::end);
    try {
      thread.join(ENDED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
