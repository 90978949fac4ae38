package io.kucun.inventory.proof;

import io.kucun.inventory.proof.Api.User;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Change some products a hundred times a second, create others, and archive those. */
final class Writers implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int A_SECOND = 100;
  private static final AtomicInteger NEXT = new AtomicInteger(1_000_000);

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
  private final Semaphore done = new Semaphore(0);
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final long began = System.nanoTime();
  private final Api api;
  private final List<String> changing;

  Writers(Api api, List<String> changing) {
    this.api = api;
    this.changing = changing;
    for (int i = 0; i < THREADS; i++) {
      var _ =
          threads.scheduleAtFixedRate(
              this::write, 0, 1_000 * THREADS / A_SECOND, TimeUnit.MILLISECONDS);
    }
  }

  /** Returns when there has been a write since the last call. */
  void awaitOne() throws InterruptedException {
    if (!done.tryAcquire(1, TimeUnit.MINUTES) || failure.get() != null) {
      throw new AssertionError("Nobody writes", failure.get());
    }
  }

  String summary() {
    double seconds = (System.nanoTime() - began) / 1e9;
    return "%d writes in %.1f s, %.0f a second"
        .formatted(writes.get(), seconds, writes.get() / seconds);
  }

  private void write() {
    int number = NEXT.getAndIncrement();
    try {
      change(number, new Random(number));
      writes.incrementAndGet();
    } catch (RuntimeException | AssertionError e) {
      failure.set(e);
    }
    done.release();
  }

  private void change(int number, Random random) {
    Map<String, Object> body =
        Map.of(
            "code",
            "T%d-%d".formatted(100 + random.nextInt(900), number),
            "name",
            Character.toString(0x4e00 + random.nextInt(2_048)) + "砖" + number);
    if (number % 3 == 0) {
      String id = api.post(User.ADMIN, "products", body).expect(201).text("/id");
      if (number % 2 == 0) {
        api.delete(User.ADMIN, "products/" + id).expect(204);
      }
    } else {
      String id = changing.get(random.nextInt(changing.size()));
      api.put(User.ADMIN, "products/" + id, "*", body).expect(200);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
