package io.kucun.local.bench;

import io.kucun.local.client.Resp;
import io.kucun.local.rig.Answer;
import io.kucun.local.rig.Await;
import io.kucun.local.rig.HttpLine;
import io.kucun.local.rig.Rig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How fast the events of a large import are carried. */
final class Drain {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String TYPE = "text/csv";
  private static final String POSITION = "kucun:pos:inventory";

  private final Rig rig;
  private final int rows;

  Drain(Rig rig, int rows) {
    this.rig = rig;
    this.rows = rows;
  }

  /** From the commit of the import to the arrival of its last event, with all parts there. */
  String atOnce(String name, int products, Commits commits) throws IOException {
    try (Arrivals arrivals = new Arrivals(rig.redis().port())) {
      commits.fresh();
      double seconds = imported(name, products);
      Await.until("all events have arrived", LIMIT, () -> arrivals.count() >= rows);
      long committed = commits.fresh().values().stream().mapToLong(it -> it).max().orElse(0);
      double drained = (arrivals.last() - committed) / 1e6;
      return line("as they are committed", seconds, drained);
    }
  }

  /** From the first event to the last after Redis, which was away during the import, is back. */
  String afterOutage(String name, int products) throws IOException {
    long before = position();
    rig.redis().kill();
    double seconds = imported(name, products);
    rig.redis().start();
    double[] times = new double[2];
    try (Resp redis = Resp.open("redis://127.0.0.1:" + rig.redis().port())) {
      Await.until("events flow", LIMIT, () -> position(redis) > before);
      times[0] = System.nanoTime();
      long first = position(redis);
      Await.until("all events are there", LIMIT, () -> position(redis) >= before + rows);
      times[1] = System.nanoTime();
      return line("after Redis was away", seconds, (times[1] - times[0]) / 1e9)
          + String.format(Locale.ROOT, " (%d before the first look)", first - before);
    }
  }

  private String line(String what, double imported, double drained) {
    return String.format(
        Locale.ROOT,
        "  %-24s import of %d rows %5.1f s, drained in %5.2f s: %6.0f events/s",
        what,
        rows,
        imported,
        drained,
        rows / drained);
  }

  private double imported(String name, int products) throws IOException {
    String file = Goods.openingStock(name, products, rows);
    long began = System.nanoTime();
    try (HttpLine line = rig.line(rig.replicas().getFirst(), LIMIT)) {
      Answer answer = line.send("POST", "/api/v1/inventory/import", "", TYPE, file);
      answer.orThrow();
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private long position() throws IOException {
    try (Resp redis = Resp.open("redis://127.0.0.1:" + rig.redis().port())) {
      return position(redis);
    }
  }

  private static long position(Resp redis) {
    try {
      return redis.call("GET", POSITION) instanceof byte[] position
          ? offset(new String(position, StandardCharsets.US_ASCII))
          : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static long offset(String position) {
    return Long.parseLong(List.of(position.split(":", 2)).getLast());
  }
}
