package io.kucun.inventory.cache;

import static io.kucun.inventory.cache.Replica.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is stale, on several replicas,")
class StaleSetTest extends OnOneRedis {
  @Test
  @DisplayName("is not served when a write overtook the fill (the stale set)")
  void staleSet() {
    Replica slow = replica();
    Replica writer = replica();
    CompletableFuture<Loaded> old = new CompletableFuture<>();
    CompletableFuture<CachedBody> read = slow.get(key, held(old)).subscribeAsCompletionStage();
    loading(1);
    writer.bump(tag);
    old.complete(loaded("old"));
    assertThat(Uni.createFrom().completionStage(read).await().atMost(LIMIT).body())
        .hasToString("\"old\"");
    filled();
    assertThat(writer.text(key, value("new"))).isEqualTo("\"new\"");
    assertThat(slow.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("is not served when a lease expires during the load")
  void leaseExpired() {
    Replica slow = replica();
    CompletableFuture<Loaded> old = new CompletableFuture<>();
    CompletableFuture<CachedBody> before = slow.get(key, held(old)).subscribeAsCompletionStage();
    loading(1);
    redis.send(Command.DEL, "kucun:lease:" + key.name());
    slow.bump(tag);
    old.complete(loaded("old"));
    Uni.createFrom().completionStage(before).await().atMost(LIMIT);
    assertThat(slow.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("is not served when a write overtook an early refresh")
  void overtakenRefresh() {
    Replica replica =
        replica(
            new TestSettings() {
              @Override
              public double refreshAhead() {
                return 2;
              }
            });
    replica.read(key, value("a"));
    filled();
    CompletableFuture<Loaded> again = new CompletableFuture<>();
    assertThat(replica.text(key, held(again))).isEqualTo("\"a\"");
    loading(2);
    replica.bump(tag);
    again.complete(loaded("a"));
    Eventually.holds(() ->
        assertThat(redis.send(Command.EXISTS, "kucun:lease:" + key.name()).toInteger()).isZero());
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("is not served when it is from before a FLUSHALL")
  void flushed() {
    Replica replica = replica();
    replica.read(key, value("old"));
    filled();
    String entry = redis.send(Command.GET, "kucun:" + key.name()).toString();
    redis.send(Command.FLUSHALL);
    positions();
    // As if a fill had been under way.
    redis.send(Command.SET, "kucun:" + key.name(), entry);
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("is not served when Redis was restarted with old data")
  void oldData() {
    Replica replica = replica();
    assertThat(replica.text(key, value("old"))).isEqualTo("\"old\"");
    filled();
    redis.save();
    replica.bump(tag);
    redis.kill();
    redis.start();
    Eventually.holds(() -> assertThat(replica.links.isUp()).isTrue());
    assertThat(redis.send(Command.GET, "kucun:" + key.name()).toString()).contains("old");
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
  }
}
