package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.gateway.Await;
import io.kucun.gateway.Publisher;
import io.kucun.gateway.envelope.Position;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A Redis that has become a replica")
class ReplicaTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path directory;

  private final Vertx vertx = Vertx.vertx();
  private RedisServer server;
  private Publisher operator;
  private Redis client;

  @BeforeEach
  void start() {
    server = RedisServer.transientIn(directory, Ports.free(), directory.resolve("redis.log"));
    operator = new Publisher(server.url());
    client =
        Redis.createClient(
            vertx, new RedisOptions().setConnectionString(server.url()).setMaxPoolSize(2));
    operator.command("SET", "kucun:pos:orders", "e1:7");
  }

  @AfterEach
  void stop() {
    operator.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    server.process().stop("KILL", LIMIT);
  }

  /** Of a primary that is not there. */
  private void becomeReplica() {
    operator.command("REPLICAOF", "127.0.0.1", Integer.toString(Ports.free()));
  }

  private Map<String, Position> positions() {
    return new RedisLog(client, "kucun", 10, 1_000, Runnable::run)
        .positions(List.of("orders"))
        .await()
        .atMost(LIMIT);
  }

  private long connections() {
    return operator
        .command("CLIENT", "LIST")
        .toString()
        .lines()
        .filter(it -> it.contains(" cmd="))
        .count();
  }

  @Test
  @DisplayName("is not believed, and no connection to it is kept")
  void read() {
    Map<String, Position> known = Map.of("orders", new Position("e1", 7));
    assertThat(positions()).isEqualTo(known);
    assertThat(connections()).isEqualTo(2);
    becomeReplica();
    assertThatThrownBy(this::positions).hasMessageContaining("a replica, not the primary");
    Await.until("only the operator is connected", () -> connections() == 1);
    operator.command("REPLICAOF", "NO", "ONE");
    assertThat(positions()).isEqualTo(known);
  }

  @Test
  @DisplayName("is not listened to")
  void link() throws Exception {
    becomeReplica();
    CompletableFuture<String> heard = new CompletableFuture<>();
    Link link =
        new Link(
            vertx,
            vertx.getOrCreateContext(),
            () -> Redis.createClient(vertx, server.url()),
            List.of("a"),
            new Link.Listener() {
              @Override
              public void up() {
                heard.complete("up");
              }

              @Override
              public void down(String reason) {
                heard.complete(reason);
              }

              @Override
              public void message(String redisChannel, byte[] payload) {}
            },
            new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), new Random(1)));
    vertx.runOnContext(v -> link.open());
    assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("it is a replica, not the primary");
    vertx.runOnContext(v -> link.close());
  }
}
