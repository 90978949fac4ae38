package io.kucun.inventory.cache;

import static io.kucun.inventory.cache.Replica.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.kucun.inventory.testing.Eventually;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The entries of the cache")
class EntriesTest extends OnOneRedis {
  @Test
  @DisplayName("tell for a short time that there is nothing, until a write makes it")
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
  @DisplayName("are read by one command, and move no body to a reader who has it")
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
  @DisplayName(
      "are loaded anew before they expire if they are hot, by one replica and while all still hit")
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
  @DisplayName("are invalidated by one command, 200,000 of a namespace")
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
