package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.read.Listener.Moved;
import io.kucun.inventory.read.Listener.Sight;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Sql;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** On the real service: its reads, its relay and its event log, while clients write. */
@QuarkusTest
@DisplayName("Reading lots over HTTP, and then the events behind the position of the answer,")
class ConvergenceOverHttpTest {
  private static final int WRITES = 8;
  private static final int READS = 8;

  @Inject Sql sql;

  private final long seed = Long.getLong("kucun.seed", System.nanoTime());

  @Test
  @DisplayName("ends where the database is, while others write")
  void converges() throws Exception {
    System.out.println("ConvergenceOverHttpTest: seed " + seed);
    int lost = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Scale.of(10, 200); i++) {
        lost += round(new Random(seed + i), threads);
      }
    }
    assertThat(lost).as("bodies that lose events with the position of a later answer").isPositive();
  }

  /** Answers how many of the first bodies would lose something with the last position. */
  private int round(Random random, ExecutorService threads) throws Exception {
    String product = Given.product();
    List<String> lots =
        List.of(Given.stock(product, "A01", null, 1), Given.stock(product, "A02", null, 1));
    List<String> paths =
        List.of("inventory?productId=" + product, "inventory/" + lots.get(random.nextInt(2)));
    Sight start = new Listener().read(paths.getFirst());
    List<Callable<List<Sight>>> clients = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      clients.add(writer(product, random.nextLong()));
      clients.add(reader(paths, random.nextLong()));
    }
    List<List<Sight>> seen = new ArrayList<>();
    for (Future<List<Sight>> client : threads.invokeAll(clients)) {
      seen.add(client.get());
    }
    seen.removeIf(List::isEmpty);
    return lost(seen, start, database(product));
  }

  private static int lost(List<List<Sight>> seen, Sight start, Map<String, Long> database) {
    List<Moved> events = new ArrayList<>();
    Eventually.holds(() -> {
      events.clear();
      events.addAll(Listener.events(start.position()));
      assertThat(start.followedBy(events)).isEqualTo(database);
    });
    int lost = 0;
    for (List<Sight> sights : seen) {
      for (Sight sight : sights) {
        assertThat(database).containsAllEntriesOf(sight.followedBy(events));
      }
      Map<String, Long> late = sights.getFirst().at(sights.getLast()).followedBy(events);
      lost += database.entrySet().containsAll(late.entrySet()) ? 0 : 1;
    }
    return lost;
  }

  private static Callable<List<Sight>> writer(String product, long seed) {
    return () -> {
      Random random = new Random(seed);
      for (int i = 0; i < WRITES; i++) {
        Given.stock(product, random.nextBoolean() ? "A01" : "A02", null, 1);
      }
      return List.of();
    };
  }

  private static Callable<List<Sight>> reader(List<String> paths, long seed) {
    return () -> {
      Random random = new Random(seed);
      Listener listener = new Listener();
      List<Sight> sights = new ArrayList<>();
      for (int i = 0; i < READS; i++) {
        sights.add(listener.read(paths.get(random.nextInt(paths.size()))));
      }
      return sights;
    };
  }

  private Map<String, Long> database(String product) {
    Map<String, Long> quantities = new HashMap<>();
    sql.run("SELECT id, quantity FROM stock_lot WHERE product_id = $1", UUID.fromString(product))
        .forEach(row -> quantities.put(row.getUUID(0).toString(), row.getLong(1)));
    return quantities;
  }
}
