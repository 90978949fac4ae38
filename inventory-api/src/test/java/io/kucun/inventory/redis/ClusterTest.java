package io.kucun.inventory.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.inventory.testing.Eventually;
import io.kucun.local.servers.Ports;
import io.kucun.local.servers.RedisServer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A Redis Cluster")
class ClusterTest {
  private final Vertx vertx = Vertx.vertx();
  private final int port = Ports.freeForCluster();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    vertx.closeAndAwait();
  }

  @Test
  @DisplayName("is refused once, with a line that names the variable, and never used")
  void refused(@TempDir Path directory) {
    RedisServer node = RedisServer.clusterNode(directory, port, directory.resolve("redis.log"));
    RedisLinks links = Links.open(vertx, lines::add, 3, "redis://:secret@127.0.0.1:" + port);
    try {
      Eventually.holds(() -> assertThat(lines).hasSize(1));
      assertThat(lines.getFirst())
          .startsWith("REDIS_URL leads to a Redis Cluster (redis://127.0.0.1:" + port + ")")
          .doesNotContain("secret", "\n");
      assertThat(links.everUp()).isFalse();
      assertThat(links.session()).isEmpty();
    } finally {
      Links.close(links);
      node.process().stop("KILL", Duration.ofSeconds(5));
    }
  }

  @Test
  @DisplayName("that comes in the place of a Redis that was used ends nothing")
  void later(@TempDir Path directory) {
    RedisServer plain =
        RedisServer.transientIn(directory.resolve("a"), port, directory.resolve("redis.log"));
    RedisLinks links = Links.open(vertx, lines::add, 1, plain.url());
    Eventually.holds(() -> assertThat(links.isUp()).isTrue());
    plain.process().stop("KILL", Duration.ofSeconds(5));
    Eventually.holds(() -> assertThat(links.isUp()).isFalse());
    RedisServer node =
        RedisServer.clusterNode(directory.resolve("b"), port, directory.resolve("redis.log"));
    Redis client = Redis.createClient(vertx, node.url());
    AtomicInteger asked = new AtomicInteger();
    Eventually.holds(
        () -> assertThat(infos(client)).isGreaterThanOrEqualTo(asked.incrementAndGet()));
    assertThat(links.isUp()).isFalse();
    assertThat(lines).isEmpty();
    Links.close(links);
    node.process().stop("KILL", Duration.ofSeconds(5));
  }

  /** How often INFO has been answered, this time not counted. */
  private static int infos(Redis client) {
    Request request = Request.cmd(Command.INFO).arg("commandstats");
    String stats = client.send(request).await().atMost(Duration.ofSeconds(5)).toString();
    return stats
        .lines()
        .filter(line -> line.startsWith("cmdstat_info:calls="))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("^[^=]*=|,.*", "")))
        .findFirst()
        .orElse(0);
  }

  @Test
  @DisplayName("is told by what INFO says, and by nothing else in it")
  void told() {
    ClusterException.check("# Cluster\r\ncluster_enabled:0\r\n");
    ClusterException.check("# Server\r\nexecutable:/cluster_enabled:1\r\n");
    assertThatThrownBy(() -> ClusterException.check("# Cluster\r\ncluster_enabled:1\r\n"))
        .isInstanceOf(ClusterException.class)
        .hasMessage("it is a node of a Redis Cluster");
  }
}
