package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The link to Redis")
class LinkTest {

  private static final String SUBSCRIBED = "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger connections = new AtomicInteger();
  private final CompletableFuture<String> down = new CompletableFuture<>();
  private final CompletableFuture<Boolean> hungUp = new CompletableFuture<>();
  private final CompletableFuture<Boolean> refused = new CompletableFuture<>();
  private final CompletableFuture<Boolean> up = new CompletableFuture<>();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private final class Watcher implements Link.Listener {
    @Override
    public void up() {
      up.complete(true);
    }

    @Override
    public void down(String reason) {
      down.complete(reason);
    }

    @Override
    public void message(String redisChannel, byte[] payload) {}

    @Override
    public void refused() {
      refused.complete(true);
    }
  }

  /** Accepts the first connection and never answers on it; answers as Redis does on the others. */
  private void accept(NetSocket socket) {
    if (connections.incrementAndGet() == 1) {
      socket.handler(ignored -> {}).closeHandler(v -> hungUp.complete(true));
    } else {
      socket.handler(request -> answer(socket, request));
    }
  }

  private static void answer(NetSocket socket, Buffer request) {
    String text = request.toString().toUpperCase(Locale.ROOT);
    if (text.contains("HELLO")) {
      socket.write("-ERR unknown command\r\n");
    } else if (text.contains("INFO")) {
      socket.write("$17\r\ncluster_enabled:0\r\n");
    } else if (text.contains("SUBSCRIBE")) {
      socket.write(SUBSCRIBED);
    } else if (text.contains("PING")) {
      socket.write("+PONG\r\n");
    }
  }

  @Test
  @DisplayName("hangs up and tries again when Redis accepts it and then says nothing")
  void silentHandshake() throws Exception {
    NetServer server =
        vertx
            .createNetServer()
            .connectHandler(this::accept)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    Link link = link("redis://127.0.0.1:" + server.actualPort());
    vertx.runOnContext(v -> link.open());
    assertThat(down.get(10, TimeUnit.SECONDS)).isEqualTo("no answer from Redis");
    assertThat(up.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(hungUp.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(connections).hasValue(2);
    vertx.runOnContext(v -> link.close());
  }

  @Test
  @DisplayName("refuses a node of a Redis Cluster before it subscribes")
  void cluster(@TempDir Path directory) throws Exception {
    RedisServer node =
        RedisServer.clusterNode(directory, Ports.freeForCluster(), directory.resolve("redis.log"));
    Link link = link(node.url());
    try {
      vertx.runOnContext(v -> link.open());
      assertThat(down.get(10, TimeUnit.SECONDS)).isEqualTo("it is a node of a Redis Cluster");
      assertThat(refused).isCompletedWithValue(true);
      assertThat(up).isNotDone();
    } finally {
      vertx.runOnContext(v -> link.close());
      node.process().stop("KILL", Duration.ofSeconds(5));
    }
  }

  private Link link(String url) {
    return new Link(
        vertx,
        vertx.getOrCreateContext(),
        () ->
            Redis.createClient(
                vertx, new RedisOptions().setConnectionString(url).setMaxPoolSize(1)),
        List.of("a"),
        new Watcher(),
        new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), new Random(1)));
  }
}
