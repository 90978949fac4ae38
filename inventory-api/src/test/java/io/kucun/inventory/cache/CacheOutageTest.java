package io.kucun.inventory.cache;

import static io.kucun.inventory.cache.Replica.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.kucun.inventory.testing.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The cache while Redis fails")
class CacheOutageTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int KEYS = 10;

  private final Vertx vertx = Vertx.vertx();
  private final OwnRedis redis = new OwnRedis(vertx);
  private final String tag = "product:" + UUID.randomUUID();
  private final AtomicLong version = new AtomicLong();
  private final AtomicInteger errors = new AtomicInteger();
  private Replica replica;

  /** As it is shipped, but for pauses that a test need not wait for. */
  private static final class Shipped extends TestSettings {
    @Override
    public Duration readBudget() {
      return Duration.ofMillis(25);
    }
  }

  @BeforeEach
  void start() {
    positions();
    replica = new Replica(vertx, redis.url(), new Shipped());
  }

  @AfterEach
  void stop() {
    replica.close();
    redis.close();
    vertx.closeAndAwait();
  }

  private void positions() {
    for (String channel : List.of("products", "inventory", "orders")) {
      redis.send(Command.SET, "kucun:pos:" + channel, "e:0");
    }
  }

  private CacheKey key(int number) {
    return CacheKey.of(Space.PRODUCTS_DETAIL, number, tag);
  }

  /** Reads at some 200 a second as long as the condition does not hold; each must be current. */
  private void readUntil(Runnable condition) {
    AtomicInteger turn = new AtomicInteger();
    Eventually.holds(() -> {
      for (int i = 0; i < 4; i++) {
        long before = version.get();
        replica
            .get(
                key(turn.getAndIncrement() % KEYS),
                () -> Uni.createFrom().item(loaded(version.get())))
            .subscribe()
            .with(body -> check(before, body), failure -> errors.incrementAndGet());
        LockSupport.parkNanos(5_000_000);
      }
      condition.run();
    });
  }

  private void check(long before, CachedBody body) {
    if (Long.parseLong(String.valueOf(body.body()).replace("\"", "")) < before) {
      errors.incrementAndGet();
    }
  }

  private void hits() {
    long hits = replica.count(Outcome.HIT);
    readUntil(() -> assertThat(replica.count(Outcome.HIT)).isGreaterThan(hits + 2 * KEYS));
  }

  private void bypasses() {
    long bypasses = replica.count(Outcome.BYPASS);
    readUntil(() -> assertThat(replica.count(Outcome.BYPASS)).isGreaterThan(bypasses + 50));
  }

  /** A write as a service does it. */
  private void write() {
    version.incrementAndGet();
    replica.invalidation.confirm(Set.of(tag)).await().atMost(LIMIT);
  }

  @Test
  @DisplayName("by hanging: reads go to the database, the breaker opens, and closes by itself")
  void hung() {
    hits();
    redis.freeze();
    bypasses();
    long asked = replica.meters.of(Space.PRODUCTS_DETAIL).errors();
    assertThat(asked).as("late answers").isPositive();
    assertThat(replica.count(Outcome.BYPASS)).as("reads that did not ask").isGreaterThan(asked * 2);
    redis.thaw();
    hits();
    assertThat(errors).hasValue(0);
  }

  @Test
  @DisplayName("by dying: no read fails, and none is stale when it comes back empty")
  void killed() {
    hits();
    redis.kill();
    bypasses();
    version.incrementAndGet();
    redis.start();
    positions();
    hits();
    assertThat(errors).hasValue(0);
  }

  @Test
  @DisplayName("keeps the invalidations that nobody confirmed, and catches up on them")
  void pending() {
    hits();
    redis.freeze();
    write();
    assertThat(replica.meters.pending()).isPositive();
    redis.thaw();
    Eventually.holds(() -> assertThat(replica.meters.pending()).isZero());
    hits();
    assertThat(errors).hasValue(0);
  }
}
