package io.kucun.inventory.cache;

import static io.kucun.inventory.cache.Replica.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.kucun.inventory.testing.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The caches of several replicas on one Redis")
class ReplicasTest extends OnOneRedis {
  @Test
  @DisplayName("load once for 500 cold reads of one key")
  void stampede() {
    List<Replica> three = List.of(replica(), replica(), replica());
    CompletableFuture<Loaded> value = new CompletableFuture<>();
    List<CompletableFuture<CachedBody>> reads =
        IntStream.range(0, 500)
            .mapToObj(i -> three.get(i % 3).get(key, held(value)).subscribeAsCompletionStage())
            .toList();
    loading(1);
    value.complete(loaded("one"));
    for (CompletableFuture<CachedBody> read : reads) {
      assertThat(Uni.createFrom().completionStage(read).await().atMost(LIMIT).body())
          .hasToString("\"one\"");
    }
    assertThat(loads).hasValue(1);
    assertThat(three.stream().mapToLong(one -> one.count(Outcome.MISS)).sum()).isOne();
    assertThat(
            three.stream()
                .mapToLong(one -> one.count(Outcome.COALESCED) + one.count(Outcome.HIT))
                .sum())
        .isEqualTo(499);
  }

  @Test
  @DisplayName("let nobody join a flight that began before the write they must see")
  void joinedTooLate() {
    Replica replica = replica();
    CompletableFuture<Loaded> old = new CompletableFuture<>();
    CompletableFuture<CachedBody> before = replica.get(key, held(old)).subscribeAsCompletionStage();
    loading(1);
    replica.bump(tag);
    CompletableFuture<CachedBody> after =
        replica.get(key, value("new")).subscribeAsCompletionStage();
    assertThat(Uni.createFrom().completionStage(after).await().atMost(LIMIT).body())
        .hasToString("\"new\"");
    filled();
    old.complete(loaded("old"));
    assertThat(Uni.createFrom().completionStage(before).await().atMost(LIMIT).body())
        .hasToString("\"old\"");
    assertThat(replica.text(key, value("newer"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("take a lease over when a write has gone by, and refuse the older fill then")
  void leaseOfAnotherStamp() {
    Replica first = replica();
    Replica second = replica();
    CompletableFuture<Loaded> old = new CompletableFuture<>();
    CompletableFuture<Loaded> fresh = new CompletableFuture<>();
    CompletableFuture<CachedBody> before = first.get(key, held(old)).subscribeAsCompletionStage();
    loading(1);
    second.bump(tag);
    CompletableFuture<CachedBody> after = second.get(key, held(fresh)).subscribeAsCompletionStage();
    loading(2);
    old.complete(loaded("old"));
    Uni.createFrom().completionStage(before).await().atMost(LIMIT);
    fresh.complete(loaded("new"));
    Uni.createFrom().completionStage(after).await().atMost(LIMIT);
    filled();
    assertThat(first.text(key, value("newer"))).isEqualTo("\"new\"");
    assertThat(loads).hasValue(2);
  }

  @Test
  @DisplayName("read without filling when the replica with the lease does not come back")
  void leaseHolderDied() {
    Replica waiting =
        replica(
            new TestSettings() {
              @Override
              public Duration leasePatience() {
                return Duration.ofMillis(40);
              }
            });
    Look look = waiting.lookup.whole(key).await().atMost(LIMIT);
    String stamp = look.seen().stamp();
    redis.send(Command.SET, "kucun:lease:" + key.name(), stamp + " dead/1");
    assertThat(waiting.text(key, value("own"))).isEqualTo("\"own\"");
    assertThat(redis.send(Command.EXISTS, "kucun:" + key.name()).toInteger()).isZero();
  }

  @Test
  @DisplayName("give the lease back when a load fails, and pass the failure on")
  void failedLoad() {
    Replica replica = replica();
    Uni<Loaded> broken = Uni.createFrom().failure(new IllegalStateException("no database"));
    assertThat(
            replica
                .get(key, () -> broken)
                .onFailure(IllegalStateException.class)
                .recoverWithNull()
                .await()
                .atMost(LIMIT))
        .isNull();
    assertThat(replica.count(Outcome.FAILED)).isOne();
    Eventually.holds(() ->
        assertThat(redis.send(Command.EXISTS, "kucun:lease:" + key.name()).toInteger()).isZero());
    assertThat(replica.text(key, value("a"))).isEqualTo("\"a\"");
  }
}
