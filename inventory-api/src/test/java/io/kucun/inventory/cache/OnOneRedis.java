package io.kucun.inventory.cache;

import static io.kucun.inventory.cache.Replica.loaded;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Replicas of the cache on a Redis of their own, all reading one key. */
abstract class OnOneRedis {
  static final Duration LIMIT = Duration.ofSeconds(20);

  static Vertx vertx;
  static OwnRedis redis;

  final String tag = "product:" + UUID.randomUUID();
  final CacheKey key = CacheKey.of(Space.PRODUCTS_DETAIL, UUID.randomUUID(), tag);
  final AtomicInteger loads = new AtomicInteger();
  final List<Replica> replicas = new ArrayList<>();

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

  Replica replica() {
    return replica(new TestSettings());
  }

  Replica replica(CacheSettings settings) {
    Replica replica = new Replica(vertx, redis.url(), settings);
    replicas.add(replica);
    return replica;
  }

  Supplier<Uni<Loaded>> value(Object value) {
    return () -> {
      loads.incrementAndGet();
      return Uni.createFrom().item(loaded(value));
    };
  }

  /** A load that goes on when the future completes. */
  Supplier<Uni<Loaded>> held(CompletableFuture<Loaded> value) {
    return () -> {
      loads.incrementAndGet();
      return Uni.createFrom().completionStage(value);
    };
  }

  void filled() {
    Eventually.holds(
        () -> assertThat(redis.send(Command.EXISTS, "kucun:" + key.name()).toInteger()).isOne());
  }

  void loading(int count) {
    Eventually.holds(() -> assertThat(loads).hasValue(count));
  }
}
