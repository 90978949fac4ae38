package io.kucun.local.bench;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Replica;
import io.kucun.local.rig.Rig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes that are sent when they are due, however long others take: one piece more of one product
 * after the other.
 */
final class SteadyWrites {
  private static final int CONNECTIONS = 64;

  private final Rig rig;
  private final List<String> products;
  private final int perSecond;
  private final AtomicInteger tickets = new AtomicInteger();
  private final Queue<String> movements = new ConcurrentLinkedQueue<>();
  private final Queue<Long> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Long> lateness = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  SteadyWrites(Rig rig, List<String> products, int perSecond) {
    this.rig = rig;
    this.products = products;
    this.perSecond = perSecond;
  }

  /**
   * What came of it.
   *
   * @param movements the rows of the ledger that were acknowledged
   * @param answers from when a write was due until its answer
   * @param lateness from when a write was due until it was sent
   * @param perSecond how many were acknowledged in a second
   */
  record Result(
      List<String> movements, Delays answers, Delays lateness, double perSecond, int failures) {}

  /** To these replicas in turn. */
  Result run(List<Replica> replicas, Duration time) throws InterruptedException {
    int count = Math.toIntExact(perSecond * time.toSeconds());
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Replica replica = replicas.get(i % replicas.size());
      threads.add(Thread.ofVirtual().start(() -> send(replica, start, count)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(
        List.copyOf(movements),
        Delays.of(List.copyOf(answers)),
        Delays.of(List.copyOf(lateness)),
        movements.size() / seconds,
        failures.get());
  }

  private void send(Replica replica, long start, int count) {
    try (HttpLine line = rig.line(replica)) {
      for (int ticket = tickets.getAndIncrement();
          ticket < count;
          ticket = tickets.getAndIncrement()) {
        long due = start + ticket * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        lateness.add((System.nanoTime() - due) / 1_000);
        write(line, products.get(ticket % products.size()), due);
      }
    }
  }

  private void write(HttpLine line, String product, long due) {
    String body = "{\"productId\":\"" + product + "\",\"colorCode\":\"A\",\"quantity\":1}";
    try {
      Answer answer = line.send("POST", "/api/v1/inventory/inbound", "", body);
      if (answer.isOk()) {
        answers.add((System.nanoTime() - due) / 1_000);
        movements.add(answer.json().path("movement").path("id").asText());
        return;
      }
    } catch (IOException e) {
      line.close();
    }
    failures.incrementAndGet();
  }
}
