package io.kucun.local.replay;

import io.kucun.local.client.ClientException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A bounded number of tasks at once: whoever submits one more waits. */
final class Flight implements AutoCloseable {
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Flight(int places) {
    this.places = new Semaphore(places);
  }

  void submit(Runnable task) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("interrupted", e);
    }
    threads.execute(() -> {
      try {
        task.run();
      } finally {
        places.release();
      }
    });
  }

  /** Waits for all. */
  @Override
  public void close() {
    threads.close();
  }
}
