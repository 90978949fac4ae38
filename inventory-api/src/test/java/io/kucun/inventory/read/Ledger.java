package io.kucun.inventory.read;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The events of one channel, committed in memory and published by the relay's own script. Confined
 * to one thread, but for {@link #positions}.
 */
final class Ledger implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String EPOCH = "e";

  private final Redis redis;
  private final String script;
  private final List<Change> committed = new ArrayList<>();
  private volatile int numbered;
  private int published;

  /** What one event says: the value that an entity has got. */
  record Change(String entity, long value) {
    static Change parse(String envelope) {
      String[] parts = envelope.split("=", -1);
      return new Change(parts[0], Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
      return entity + "=" + value;
    }
  }

  Ledger(Vertx vertx, String url) throws IOException {
    redis = Redis.createClient(vertx, url);
    try (InputStream in = Ledger.class.getResourceAsStream("/redis/publish.lua")) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String channel : List.of("products", "inventory", "orders")) {
      send(Command.SET, "kucun:pos:" + channel, EPOCH + ":0");
    }
  }

  void commit(Change change) {
    committed.add(change);
  }

  /** Gives all that is committed its offset. */
  void number() {
    numbered = committed.size();
  }

  boolean isWaiting() {
    return published < numbered;
  }

  /** Publishes the next event; whoever calls has made its cached reads stale. */
  void publish() {
    published++;
    Response refused =
        send(
            Command.EVAL,
            script,
            2,
            "kucun:log:inventory",
            "kucun:pos:inventory",
            EPOCH + ":" + (published - 1),
            EPOCH + ":" + published,
            published + "-0",
            committed.get(published - 1),
            1_000_000,
            "kucun:events:inventory");
    if (refused != null) {
      throw new AssertionError("The channel stands at " + refused);
    }
  }

  /** As after a loss of Redis, until the relay has compared. */
  void forgetPosition() {
    send(Command.DEL, "kucun:pos:inventory");
  }

  void restorePosition() {
    send(Command.SET, "kucun:pos:inventory", EPOCH + ":" + published);
  }

  /** What {@code Kucun-Position} is by the database. */
  String positions() {
    return "products=e:0, inventory=" + EPOCH + ":" + numbered + ", orders=e:0";
  }

  /** What a subscriber gets that asks for all behind an offset. */
  List<Change> after(long offset) {
    List<Change> changes = new ArrayList<>();
    Response range = send(Command.XRANGE, "kucun:log:inventory", "(" + offset + "-0", "+");
    if (range != null) {
      range.forEach(entry -> changes.add(Change.parse(entry.get(1).get(1).toString())));
    }
    return changes;
  }

  private Response send(Command command, Object... arguments) {
    Request request = Request.cmd(command);
    for (Object argument : arguments) {
      request.arg(argument.toString());
    }
    return redis.send(request).await().atMost(LIMIT);
  }

  @Override
  public void close() {
    redis.close();
  }
}
