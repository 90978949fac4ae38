package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that all start at the same moment and share a number of operations among them. */
final class Crowd {
  private final String name;
  private final int clients;

  Crowd(String name, int clients) {
    this.name = name;
    this.clients = clients;
  }

  /** One request; the random numbers depend on the operation's number and the seed alone. */
  interface Operation {
    Reply run(int number, Random random);
  }

  /** How often each outcome came, and how long all took. */
  record Tally(Map<String, Integer> outcomes, double seconds) {
    int of(String outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    int all() {
      return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    Tally hasNoFault() {
      assertThat(outcomes.keySet()).as("no 5xx").noneMatch(outcome -> outcome.startsWith("5"));
      return this;
    }
  }

  /** Runs the operations and prints what came of them. */
  Tally run(int operations, long seed, Operation operation) {
    AtomicInteger next = new AtomicInteger();
    Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    CountDownLatch start = new CountDownLatch(1);
    long began;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        running.add(
            threads.submit(() -> {
              start.await();
              for (int n = next.getAndIncrement(); n < operations; n = next.getAndIncrement()) {
                Reply reply = operation.run(n, new Random(seed * 31 + n));
                outcomes.merge(reply.outcome(), 1, Integer::sum);
              }
              return null;
            }));
      }
      began = System.nanoTime();
      start.countDown();
      running.forEach(Crowd::join);
    }
    Tally tally = new Tally(new TreeMap<>(outcomes), (System.nanoTime() - began) / 1e9);
    System.out.printf(
        "%s: %d operations of %d clients in %.1f s, %.0f/s: %s%n",
        name, operations, clients, tally.seconds, operations / tally.seconds, tally.outcomes);
    return tally;
  }

  private static void join(Future<?> client) {
    try {
      client.get();
    } catch (ExecutionException e) {
      throw new AssertionError("A client failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
