package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.OwnRedis;
import io.kucun.inventory.cache.Replica;
import io.kucun.inventory.testing.Eventually;
import io.kucun.local.testing.Scale;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reading, and then listening from the position of the answer,")
class ConvergenceTest {
  private static final int STEPS = 30;

  private final long seed = Long.getLong("kucun.seed", System.nanoTime());
  private final Map<String, Integer> kinds = new TreeMap<>();
  private Vertx vertx;
  private OwnRedis redis;
  private Ledger ledger;
  private List<Replica> replicas;

  @BeforeEach
  void start() throws Exception {
    System.out.println("ConvergenceTest: seed " + seed);
    vertx = Vertx.vertx();
    redis = new OwnRedis(vertx);
    ledger = new Ledger(vertx, redis.url());
    replicas = List.of(replica(), replica());
    Eventually.holds(() -> assertThat(replicas).allMatch(Replica::isUp));
  }

  private Replica replica() {
    return new Replica(vertx, redis.url(), () -> Uni.createFrom().item(() -> ledger.positions()));
  }

  @AfterEach
  void stop() {
    replicas.forEach(Replica::close);
    ledger.close();
    redis.close();
    vertx.closeAndAwait();
  }

  private String run(long number, boolean late) throws Exception {
    return new Interleaving(new Random(seed + number), replicas, ledger, late, kinds).run(STEPS);
  }

  @Test
  @DisplayName("ends where the database is, whatever comes between")
  void converges() throws Exception {
    int interleavings = Scale.of(1_000, 10_000);
    for (int i = 0; i < interleavings; i++) {
      assertThat(run(i, false)).as("interleaving %d of seed %d", i, seed).isEmpty();
    }
    System.out.println("ConvergenceTest: " + kinds);
    assertThat(kinds.keySet())
        .contains(
            "200 kucun; hit",
            "304 kucun; hit",
            "200 kucun; fwd=miss",
            "200 kucun; fwd=stale",
            "304 kucun; fwd=stale",
            "200 kucun; fwd=bypass",
            "304 kucun; fwd=bypass",
            "200 uncached",
            "304 uncached");
  }

  @Test
  @DisplayName("would lose events if the position were taken when the body is there")
  void late() throws Exception {
    int lost = 0;
    for (int i = 0; i < 100; i++) {
      lost += run(i, true).isEmpty() ? 0 : 1;
    }
    System.out.println("ConvergenceTest: " + lost + " of 100 lose events the wrong way");
    assertThat(lost).isPositive();
  }
}
