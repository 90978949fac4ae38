package io.kucun.inventory.cache;

import static io.kucun.inventory.cache.Replica.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.kucun.inventory.testing.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The caches of several replicas on one Redis")
class ReplicasTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static Vertx vertx;
  private static OwnRedis redis;

  private final String tag = "product:" + UUID.randomUUID();
  private final CacheKey key = CacheKey.of(Space.PRODUCTS_DETAIL, UUID.randomUUID(), tag);
  private final AtomicInteger loads = new AtomicInteger();
  private final List<Replica> replicas = new ArrayList<>();

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    redis = new OwnRedis(vertx);
  }

  @AfterAll
  static void stop() {
    redis.close();
    vertx.closeAndAwait();
  }

  @BeforeEach
  void positions() {
    for (String channel : List.of("products", "inventory", "orders")) {
      redis.send(Command.SET, "kucun:pos:" + channel, "e:0");
    }
  }

  @AfterEach
  void close() {
    replicas.forEach(Replica::close);
  }

  private Replica replica() {
    return replica(new TestSettings());
  }

  private Replica replica(CacheSettings settings) {
    Replica replica = new Replica(vertx, redis.url(), settings);
    replicas.add(replica);
    return replica;
  }

  private Supplier<Uni<Loaded>> value(Object value) {
    return () -> {
      loads.incrementAndGet();
      return Uni.createFrom().item(loaded(value));
    };
  }

  /** A load that goes on when the future completes. */
  private Supplier<Uni<Loaded>> held(CompletableFuture<Loaded> value) {
    return () -> {
      loads.incrementAndGet();
      return Uni.createFrom().completionStage(value);
    };
  }

  private void filled() {
    Eventually.holds(
        () -> assertThat(redis.send(Command.EXISTS, "kucun:" + key.name()).toInteger()).isOne());
  }

  private void loading(int count) {
    Eventually.holds(() -> assertThat(loads).hasValue(count));
  }

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
  @DisplayName("never serve a fill that a write overtook (the stale set)")
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
  @DisplayName("still serve nothing stale when a lease expires during the load")
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

  @Test
  @DisplayName("serve nothing of a Redis that was restarted with old data")
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

  @Test
  @DisplayName("serve nothing from before a FLUSHALL")
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
  @DisplayName("keep for a short time that there is nothing, until a write makes it")
  void negative() {
    Replica replica = replica();
    Supplier<Uni<Loaded>> nothing = () -> Uni.createFrom().item(Loaded.absent());
    assertThat(replica.read(key, nothing).state()).isEqualTo(CachedBody.State.ABSENT);
    filled();
    assertThat(replica.read(key, value("unasked")).state()).isEqualTo(CachedBody.State.ABSENT);
    assertThat(replica.count(Outcome.NEGATIVE)).isOne();
    assertThat(redis.send(Command.PTTL, "kucun:" + key.name()).toLong()).isBetween(1L, 5_500L);
    replica.bump(tag);
    assertThat(replica.text(key, value("made"))).isEqualTo("\"made\"");
  }

  @Test
  @DisplayName("hit with one command, and move no body to a reader who has it")
  void oneRoundTrip() {
    Replica replica = replica();
    CachedBody body = replica.read(key, value("x".repeat(100_000)));
    filled();
    redis.send(Command.CONFIG, "RESETSTAT");
    replica.read(key, value("unasked"));
    assertThat(redis.calls("mget")).isOne();
    assertThat(redis.calls("get") + redis.calls("eval") + redis.calls("set")).isZero();
    redis.send(Command.CONFIG, "RESETSTAT");
    CachedBody known =
        replica.cache.get(key, body.etag()::equals, value("unasked")).await().atMost(LIMIT);
    assertThat(known.state()).isEqualTo(CachedBody.State.NOT_MODIFIED);
    assertThat(known.status()).startsWith("kucun; hit; ttl=");
    assertThat(outputBytes()).isLessThan(50_000);
    CachedBody other =
        replica.cache.get(key, "\"other\""::equals, value("unasked")).await().atMost(LIMIT);
    assertThat(other.body()).isEqualTo(body.body());
    assertThat(loads).hasValue(1);
  }

  private long outputBytes() {
    return redis
        .send(Command.INFO, "stats")
        .toString()
        .lines()
        .filter(line -> line.startsWith("total_net_output_bytes:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1)))
        .sum();
  }

  @Test
  @DisplayName("load a hot entry anew before it expires, one of them and while all still hit")
  void earlyRefresh() {
    CacheSettings always =
        new TestSettings() {
          @Override
          public double refreshAhead() {
            return 2; // Every moment of an entry's life is near its end.
          }
        };
    List<Replica> two = List.of(replica(always), replica(always));
    two.getFirst().read(key, value("a"));
    filled();
    CompletableFuture<Loaded> again = new CompletableFuture<>();
    for (Replica replica : two) {
      for (int i = 0; i < 10; i++) {
        assertThat(replica.text(key, held(again))).isEqualTo("\"a\"");
      }
    }
    loading(2);
    again.complete(loaded("b"));
    Eventually.holds(() ->
        assertThat(redis.send(Command.GET, "kucun:" + key.name()).toString()).contains("\"b\""));
    assertThat(loads).hasValue(2);
    assertThat(two.stream().mapToLong(one -> one.meters.of(key.space()).refreshes()).sum()).isOne();
  }

  @Test
  @DisplayName("do not serve an early refresh that a write overtook")
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
  @DisplayName("invalidate a namespace of 200,000 entries by one command")
  void namespace() {
    Replica replica = replica();
    replica.read(key, value("old"));
    filled();
    redis.send(
        Command.EVAL,
        "for i = 1, 200000 do redis.call('SET', 'kucun:products:detail:' .. i, 'x', 'EX', 60) end",
        0);
    redis.send(Command.CONFIG, "SET", "slowlog-log-slower-than", "10000");
    redis.send(Command.SLOWLOG, "RESET");
    redis.send(Command.CONFIG, "RESETSTAT");
    replica.bump(Space.PRODUCTS_DETAIL.wire());
    assertThat(redis.calls("set")).isOne();
    assertThat(redis.calls("keys") + redis.calls("scan") + redis.calls("del")).isZero();
    assertThat(redis.calls("unlink") + redis.calls("eval")).isZero();
    assertThat(redis.send(Command.SLOWLOG, "LEN").toInteger()).isZero();
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
    redis.send(Command.FLUSHALL);
  }
}
