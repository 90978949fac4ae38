package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.kucun.inventory.testing.Eventually;
import io.micrometer.core.instrument.DistributionSummary;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reads of one entry on one event loop")
class SharedReadsTest extends OnOneRedis {
  private Vertx elsewhere;
  private Replica replica;
  private Context loop;

  @BeforeEach
  void open() {
    elsewhere = Vertx.vertx();
    replica = replica();
    loop = vertx.getDelegate().getOrCreateContext();
  }

  @AfterEach
  void closeElsewhere() {
    elsewhere.closeAndAwait();
  }

  private void onLoop(Runnable task) {
    loop.runOnContext(now -> task.run());
  }

  private CompletableFuture<CachedBody> read() {
    return replica.get(key, value("new")).subscribeAsCompletionStage();
  }

  private void read(CompletableFuture<CachedBody> into) {
    replica.get(key, value("new")).subscribe().with(into::complete);
  }

  private static String text(CompletableFuture<CachedBody> read) {
    return String.valueOf(Uni.createFrom().completionStage(read).await().atMost(LIMIT).body());
  }

  /** All that begin in one turn of the loop. */
  private List<CompletableFuture<CachedBody>> inOneTurn(int count) {
    CompletableFuture<List<CompletableFuture<CachedBody>>> begun = new CompletableFuture<>();
    onLoop(() -> begun.complete(IntStream.range(0, count).mapToObj(i -> read()).toList()));
    return begun.join();
  }

  private DistributionSummary looks() {
    return replica.registry.get("kucun.cache.look.reads").summary();
  }

  private void old() {
    replica.read(key, value("old"));
    filled();
  }

  @Test
  @DisplayName("share one command and one body, and are counted each by itself")
  void oneCommand() {
    old();
    redis.send(Command.CONFIG, "RESETSTAT");
    long before = looks().count();
    List<CompletableFuture<CachedBody>> reads = inOneTurn(50);
    assertThat(reads).extracting(SharedReadsTest::text).containsOnly("\"old\"");
    assertThat(reads.stream().map(CompletableFuture::join).map(CachedBody::body).distinct())
        .hasSize(1);
    assertThat(redis.calls("mget")).isOne();
    assertThat(looks().count() - before).isOne();
    assertThat(looks().max()).isEqualTo(50);
    assertThat(replica.count(Outcome.HIT)).isEqualTo(50);
    assertThat(replica.meters.of(Space.PRODUCTS_DETAIL).hits().count()).isEqualTo(50);
  }

  /**
   * Redis has answered the first read's look, and nobody has taken the answer yet: then a write is
   * acknowledged, and then the second read begins.
   */
  @Test
  @DisplayName("share no look that has seen Redis before they began")
  void underWay() {
    old();
    redis.send(Command.CONFIG, "RESETSTAT");
    Replica writer = new Replica(elsewhere, redis.url());
    replicas.add(writer);
    CompletableFuture<CachedBody> first = new CompletableFuture<>();
    CompletableFuture<CachedBody> second = new CompletableFuture<>();
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    onLoop(() -> {
      read(first);
      // Behind what sends the look; meanwhile the loop takes no answer.
      onLoop(() -> {
        acknowledged.join();
        read(second);
      });
    });
    Eventually.holds(() -> assertThat(writer.looksAnswered()).isOne());
    writer.bump(tag);
    acknowledged.complete(null);
    assertThat(text(first)).isEqualTo("\"old\"");
    assertThat(text(second)).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("are answered although another of them gave up")
  void cancelled() {
    old();
    CompletableFuture<CachedBody> other = new CompletableFuture<>();
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    onLoop(() -> {
      Cancellable first =
          replica.get(key, value("new")).subscribe().with(found -> told.complete(true));
      read(other);
      first.cancel();
    });
    assertThat(text(other)).isEqualTo("\"old\"");
    assertThat(told).isNotDone();
  }

  @Test
  @DisplayName("all go to the database when their look is late; then Redis rests")
  void late() {
    replica =
        replica(
            new TestSettings() {
              @Override
              public Duration readBudget() {
                return Duration.ofMillis(50);
              }

              @Override
              public Duration rest() {
                return Duration.ofMinutes(1);
              }
            });
    old();
    redis.freeze();
    try {
      List<CompletableFuture<CachedBody>> reads = inOneTurn(20);
      assertThat(reads).extracting(SharedReadsTest::text).containsOnly("\"new\"");
      assertThat(replica.count(Outcome.BYPASS)).isEqualTo(20);
      assertThat(replica.meters.isOpen()).isTrue();
    } finally {
      redis.thaw();
    }
  }

  @Test
  @DisplayName("of many entries are looked up together, and one refused command fails only its own")
  void together() {
    List<CacheKey> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CacheKey one = CacheKey.of(Space.PRODUCTS_DETAIL, "list-" + i + "-" + key.id(), tag);
      replica.read(one, value(i));
      Eventually.holds(
          () -> assertThat(redis.send(Command.EXISTS, "kucun:" + one.name()).toInteger()).isOne());
      keys.add(one);
    }
    redis.send(Command.DEL, "kucun:" + keys.get(3).name());
    redis.send(Command.SADD, "kucun:" + keys.get(3).name(), "no string");
    CompletableFuture<List<CompletableFuture<CachedBody>>> begun = new CompletableFuture<>();
    Known stranger = "\"none\""::equals;
    onLoop(() ->
        begun.complete(
            keys.stream()
                .map(one -> replica.cache.get(one, stranger, value("new")))
                .map(Uni::subscribeAsCompletionStage)
                .toList()));
    List<String> found = begun.join().stream().map(SharedReadsTest::text).toList();
    assertThat(found.get(3)).isEqualTo("\"new\"");
    assertThat(found).filteredOn(text -> !text.equals("\"new\"")).hasSize(19);
  }
}
