package io.kucun.inventory.bench;

import io.kucun.inventory.redis.Links;
import io.kucun.inventory.redis.RedisLinks;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Serves one list from the read cache: {@code BareRead PORT REDIS_PORT FILE}. */
public final class BareRead {
  static final String POSITION = "e:1";
  static final List<String> CHANNELS = List.of("products", "inventory", "orders");

  private static final int LINKS = 8;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private BareRead() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    String redis = "redis://127.0.0.1:" + arguments[1];
    byte[] body = Files.readAllBytes(Path.of(arguments[2]));
    int loops = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
    setPositions(vertx, redis);
    RedisLinks links = Links.open(vertx, LINKS, redis);
    Answers answers = new Answers(vertx, links, body);
    DeploymentOptions onEveryLoop = new DeploymentOptions().setInstances(loops);
    vertx
        .getDelegate()
        .deployVerticle(() -> new Front(port, answers), onEveryLoop)
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** The relay of a service would do that; where one has done it, it stays. */
  private static void setPositions(Vertx vertx, String url) {
    Redis client = Redis.createClient(vertx, url);
    for (String channel : CHANNELS) {
      client
          .send(Request.cmd(Command.SET).arg("kucun:pos:" + channel).arg(POSITION).arg("NX"))
          .await()
          .atMost(LIMIT);
    }
    client.close();
  }
}
