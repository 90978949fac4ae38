package io.kucun.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kucun.local.client.Resp;
import io.kucun.local.servers.LocalServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A real Redis as a witness")
class RespTest {
  @Test
  @DisplayName("answers with texts, numbers, lists and nothing")
  void replies() throws IOException {
    try (Resp redis = Resp.open(LocalServers.redisUrl())) {
      assertThat((byte[]) redis.call("SET", "resp:库", "存")).asString().isEqualTo("OK");
      assertThat((byte[]) redis.call("GET", "resp:库"))
          .isEqualTo("存".getBytes(StandardCharsets.UTF_8));
      assertThat(redis.call("GET", "resp:none")).isNull();
      assertThat(redis.call("RPUSH", "resp:list", "a", "b")).isEqualTo(2L);
      assertThat((List<?>) redis.call("LRANGE", "resp:list", "0", "-1")).hasSize(2);
      assertThatThrownBy(() -> redis.call("NOPE")).hasMessageContaining("unknown command");
    }
  }

  @Test
  @DisplayName("shows the events that are logged after the start, in order")
  void follows() throws IOException {
    Snapshot start = new Snapshot("e1", Map.of("orders", 7L), 0);
    try (Resp redis = Resp.open(LocalServers.redisUrl());
        RedisWitness follower = new RedisWitness(LocalServers.redisUrl(), "resp", start)) {
      log(redis, 7);
      log(redis, 8);
      Thread.ofVirtual().start(follower);
      log(redis, 9);
      long deadline = System.nanoTime() + 5_000_000_000L;
      while (follower.witness().last("orders", 7) < 9 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(follower.witness().of("orders")).extracting(Seen::offset).containsExactly(8L, 9L);
      assertThat(follower.trouble()).isEmpty();
    }
  }

  private static void log(Resp redis, long offset) throws IOException {
    String envelope =
        "{\"channel\":\"orders\",\"data\":{\"type\":\"created\"},\"offset\":" + offset + "}";
    redis.call("XADD", "resp:log:orders", offset + "-0", "e", envelope);
  }
}
