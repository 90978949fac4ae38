package io.kucun.local.delivery;

import io.kucun.local.client.Json;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Rig;
import io.kucun.local.rig.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Clerks at work, until this is closed. */
final class Traffic implements AutoCloseable {
  private static final int GOODS = 12;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Journal journal = new Journal();
  private final Workers workers = new Workers();

  /** They begin at once. */
  Traffic(Rig rig, int clerks, long seed) {
    List<String> goods = products(rig, "goods", GOODS);
    List<String> own = products(rig, "own", clerks);
    for (int i = 0; i < clerks; i++) {
      Random random = new Random(seed + i);
      String mine = own.get(i);
      workers.add(() -> new Clerk(rig, goods, mine, journal, random), Clerk::work);
    }
  }

  private static List<String> products(Rig rig, String name, int count) {
    List<String> products = new ArrayList<>();
    try (HttpLine line = rig.line(rig.replicas().getFirst())) {
      for (int i = 0; i < count; i++) {
        String body =
            Json.object()
                .put("code", name + "-" + UUID.randomUUID())
                .put("name", name)
                .put("unit", "piece")
                .put("lowStockThreshold", 40)
                .toString();
        products.add(line.send("POST", "/api/v1/products", "", body).orThrow().path("id").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return products;
  }

  Journal journal() {
    return journal;
  }

  /** Waits until so many writes have been acknowledged. */
  void until(long written) {
    Await.until(
        written + " writes",
        LIMIT,
        () -> {
          workers.check();
          return journal.written() >= written;
        });
  }

  /** Waits for so many more. */
  void more(long writes) {
    until(journal.written() + writes);
  }

  @Override
  public void close() {
    workers.stop();
  }
}
