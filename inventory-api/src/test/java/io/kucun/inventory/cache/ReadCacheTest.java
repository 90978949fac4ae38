package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.RedisProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The read cache")
class ReadCacheTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Inject ReadCache cache;
  @Inject Generations generations;
  @Inject RedisProbe redis;

  private final String tag = "product:" + UUID.randomUUID();
  private final CacheKey key = CacheKey.of(Space.PRODUCTS_DETAIL, UUID.randomUUID(), tag);
  private final AtomicInteger loads = new AtomicInteger();

  /** Until the relay has told the positions, no entry is of use. */
  @BeforeEach
  void positions() {
    Eventually.holds(() -> assertThat(redis.position("orders")).isNotNull());
  }

  /** The fill is not waited for by the read that causes it. */
  private void filled() {
    Eventually.holds(
        () -> assertThat(redis.send(Command.EXISTS, "kucun:" + key.name()).toInteger()).isOne());
  }

  private String read(Supplier<Uni<Loaded>> load) {
    return String.valueOf(cache.get(key, null, load).await().atMost(LIMIT).body());
  }

  private Uni<Loaded> load(String value) {
    loads.incrementAndGet();
    return Uni.createFrom().item(Loaded.of(('"' + value + '"').getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("loads once and then hits")
  void hit() {
    assertThat(read(() -> load("a"))).isEqualTo("\"a\"");
    filled();
    assertThat(read(() -> load("b"))).isEqualTo("\"a\"");
    assertThat(loads).hasValue(1);
  }

  @Test
  @DisplayName("never serves a fill that began before a write and ended after it (the stale set)")
  void staleSet() {
    Supplier<Uni<Loaded>> overtaken = () -> load("old").call(() -> generations.bump(List.of(tag)));
    assertThat(read(overtaken)).isEqualTo("\"old\"");
    filled();
    assertThat(read(() -> load("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("misses after a write to one of its tags or to its namespace, and not after others")
  void tags() {
    read(() -> load("a"));
    filled();
    generations.bump(Set.of("product:" + UUID.randomUUID())).await().atMost(LIMIT);
    assertThat(read(() -> load("b"))).isEqualTo("\"a\"");
    generations.bump(Set.of(tag)).await().atMost(LIMIT);
    assertThat(read(() -> load("b"))).isEqualTo("\"b\"");
    generations.bump(Set.of("products:detail")).await().atMost(LIMIT);
    assertThat(read(() -> load("c"))).isEqualTo("\"c\"");
  }

  @Test
  @DisplayName("misses when the generations are lost but the entry is not")
  void lostGenerations() {
    read(() -> load("a"));
    filled();
    redis.send(Command.DEL, "kucun:gen:" + tag);
    assertThat(read(() -> load("b"))).isEqualTo("\"b\"");
  }

  @Test
  @DisplayName("keeps readable JSON under the documented key, with a TTL within ten per cent")
  void form() {
    read(() -> load("a"));
    filled();
    String entry = redis.send(Command.GET, "kucun:" + key.name()).toString();
    assertThat(entry).startsWith("{\"s\":\"").endsWith(",\"b\":\"a\"}");
    assertThat(redis.send(Command.PTTL, "kucun:" + key.name()).toLong())
        .isBetween(50_000L, 66_000L);
  }
}
