package io.kucun.inventory.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many clients at the same time. */
public final class Clients {
  private Clients() {}

  /** What each of them got. */
  public static <T> List<T> together(int clients, Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<T> results = new ArrayList<>();
      for (Future<T> result :
          threads.invokeAll(IntStream.range(0, clients).mapToObj(i -> call).toList())) {
        results.add(result.get());
      }
      return results;
    }
  }
}
