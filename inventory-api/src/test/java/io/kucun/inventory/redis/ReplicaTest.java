package io.kucun.inventory.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.OwnRedis;
import io.kucun.inventory.testing.Eventually;
import io.kucun.local.servers.Ports;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Redis that is a replica")
class ReplicaTest {

  @Test
  @DisplayName("is not used until it is the primary")
  void refused() {
    Vertx vertx = Vertx.vertx();
    List<String> reasons = new CopyOnWriteArrayList<>();
    try (OwnRedis redis = new OwnRedis(vertx)) {
      redis.send(Command.REPLICAOF, "127.0.0.1", Ports.free());
      RedisLink link =
          new RedisLink(
              vertx,
              Runnable::run,
              () -> Redis.createClient(vertx, redis.url()),
              new Recorder(reasons));
      link.connect();
      Eventually.holds(() -> assertThat(reasons).hasSizeGreaterThanOrEqualTo(2));
      assertThat(reasons).containsOnly("it is a replica, not the primary");
      assertThat(link.session()).isNull();
      redis.send(Command.REPLICAOF, "NO", "ONE");
      Eventually.holds(() -> assertThat(link.session()).isNotNull());
      link.close();
    } finally {
      vertx.closeAndAwait();
    }
  }
}
