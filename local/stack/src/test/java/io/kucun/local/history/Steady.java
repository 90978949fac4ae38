package io.kucun.local.history;

import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Reads at a steady rate; what is missed while all readers wait is not made up for. */
final class Steady implements AutoCloseable {
  private static final int READERS = 24;

  private final Session session;
  private final long interval;
  private final AtomicLong due = new AtomicLong(System.nanoTime());
  private final AtomicLong sent = new AtomicLong();
  private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();
  private final Workers workers = new Workers();
  private volatile String phase = "";

  Steady(Session session, int perSecond) {
    this.session = session;
    this.interval = Duration.ofSeconds(1).toNanos() / perSecond;
    for (int i = 0; i < READERS; i++) {
      workers.add(() -> new Reader(session), this::read);
    }
  }

  /** What reads that begin from now on are counted under. */
  void phase(String name) {
    phase = name;
  }

  long sent() {
    return sent.get();
  }

  /** How many reads of that phase were answered. */
  int count(String name) {
    return times(name).size();
  }

  /** A line about a phase. */
  String line(String name) {
    List<Long> sorted = times(name).stream().sorted().toList();
    return "  %-24s %6d reads  p50 %7.1f ms  p99 %7.1f ms"
        .formatted(name, sorted.size(), millis(sorted, 0.5), millis(sorted, 0.99));
  }

  private Queue<Long> times(String name) {
    return nanos.computeIfAbsent(name, it -> new ConcurrentLinkedQueue<>());
  }

  private static double millis(List<Long> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
  }

  private long next() {
    return due.updateAndGet(last -> Math.max(last + interval, System.nanoTime()));
  }

  private void read(Reader reader) {
    List<Route> routes = session.shelf().routes();
    List<Replica> replicas = session.rig().replicas();
    int turn = (int) sent.getAndIncrement();
    LockSupport.parkNanos(next() - System.nanoTime());
    String now = phase;
    long begin = System.nanoTime();
    reader.read(routes.get(turn % routes.size()), replicas.get(turn % replicas.size()));
    times(now).add(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    workers.stop();
  }
}
