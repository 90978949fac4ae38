package io.kucun.inventory.redis;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Watches Redis itself: whether it is there, how long a command takes, how full it is. */
@ApplicationScoped
class RedisWatch {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** What is told, by its name in the answer to {@code INFO}. */
  private static final Map<String, String> GAUGES =
      Map.of(
          "used_memory", "kucun.redis.memory.used",
          "maxmemory", "kucun.redis.memory.max",
          "evicted_keys", "kucun.redis.evicted.keys",
          "expired_keys", "kucun.redis.expired.keys",
          "connected_clients", "kucun.redis.clients");

  private final RedisLinks links;
  private final Vertx vertx;
  private final MeterRegistry registry;
  private final Timer command;
  private final Map<String, Double> values = new ConcurrentHashMap<>();

  RedisWatch(RedisLinks links, Vertx vertx, MeterRegistry registry) {
    this.links = links;
    this.vertx = vertx;
    this.registry = registry;
    this.command =
        Timer.builder("kucun.redis.command")
            .description("Time of a PING, every five seconds")
            .register(registry);
  }

  void start(@Observes StartupEvent event) {
    Gauge.builder("kucun.redis.up", () -> links.isUp() ? 1 : 0)
        .description("1 while Redis is reached")
        .register(registry);
    GAUGES.forEach((field, name) ->
        Gauge.builder(name, () -> values.getOrDefault(field, Double.NaN))
            .description("INFO " + field + " of Redis, every five seconds")
            .register(registry));
    vertx.setPeriodic(INTERVAL.toMillis(), timer -> look());
  }

  /** Both answers are in order, so that the time is that of the first command alone. */
  private void look() {
    links
        .session()
        .ifPresent(session -> {
          long started = System.nanoTime();
          session
              .send(Request.cmd(Command.PING))
              .invoke(pong -> command.record(System.nanoTime() - started, TimeUnit.NANOSECONDS))
              .flatMap(pong -> session.send(Request.cmd(Command.INFO)))
              .subscribe()
              .with(info -> read(info.toString()), failure -> values.clear());
        });
  }

  private void read(String info) {
    info.lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          if (colon > 0 && GAUGES.containsKey(line.substring(0, colon))) {
            values.put(line.substring(0, colon), Double.valueOf(line.substring(colon + 1)));
          }
        });
  }
}
