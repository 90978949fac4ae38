package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.SpaceMeters.Outcome;
import io.vertx.mutiny.redis.client.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reads of what the process has a copy of")
class CopiedReadsTest extends OnOneRedis {
  private Replica replica;
  private Replica other;

  @BeforeEach
  void open() {
    replica = replica();
    other = replica();
    replica.read(key, value("old"));
    filled();
    // On each event loop: a caller on none takes them in turn.
    for (int loop = 0; loop < Runtime.getRuntime().availableProcessors() * 2; loop++) {
      assertThat(replica.text(key, value("new"))).isEqualTo("\"old\"");
    }
    redis.send(Command.CONFIG, "RESETSTAT");
  }

  private double copied() {
    return replica.registry.get("kucun.cache.look.copies").counter().count();
  }

  @Test
  @DisplayName("get the head of the entry, and are hits like others")
  void head() {
    long hits = replica.count(Outcome.HIT);
    double before = copied();
    CachedBody body = replica.read(key, value("new"));
    assertThat(body.body()).hasToString("\"old\"");
    assertThat(body.status()).startsWith("kucun; hit; ttl=");
    assertThat(body.position()).isEqualTo("products=e:0, inventory=e:0, orders=e:0");
    assertThat(redis.calls("getrange")).isOne();
    assertThat(redis.calls("mget")).isOne();
    assertThat(copied() - before).isOne();
    assertThat(replica.count(Outcome.HIT) - hits).isOne();
    assertThat(replica.registry.get("kucun.cache.copies.bytes").gauge().value()).isPositive();
  }

  @Test
  @DisplayName("miss after a write")
  void written() {
    other.bump(tag);
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("get the new body by a second look, when another replica has stored one")
  void storedByAnother() {
    other.bump(tag);
    assertThat(other.text(key, value("new"))).isEqualTo("\"new\"");
    filled();
    redis.send(Command.CONFIG, "RESETSTAT");
    long stale = replica.count(Outcome.STALE);
    assertThat(replica.text(key, value("newer"))).isEqualTo("\"new\"");
    assertThat(redis.calls("getrange")).isOne();
    assertThat(redis.calls("mget")).isEqualTo(2);
    assertThat(replica.count(Outcome.STALE)).isEqualTo(stale);
  }

  @Test
  @DisplayName("miss when the entry is gone from Redis")
  void gone() {
    redis.send(Command.DEL, "kucun:" + key.name());
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("miss when something else than an entry is in its place")
  void notAString() {
    redis.send(Command.DEL, "kucun:" + key.name());
    redis.send(Command.HSET, "kucun:" + key.name(), "field", "value");
    long misses = replica.count(Outcome.MISS);
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
    assertThat(replica.count(Outcome.MISS) - misses).isOne();
  }

  @Test
  @DisplayName("miss after a flush")
  void flushed() {
    redis.send(Command.FLUSHALL);
    positions();
    assertThat(replica.text(key, value("new"))).isEqualTo("\"new\"");
  }

  @Test
  @DisplayName("take a body of the same entity tag from another load for what it is")
  void sameTag() {
    String entry = redis.send(Command.GET, "kucun:" + key.name()).toString();
    redis.send(Command.SET, "kucun:" + key.name(), later(entry).replace("\"old\"", "\"odd\""));
    assertThat(replica.text(key, value("new"))).isEqualTo("\"odd\"");
  }

  /** The same entry with another expiry. */
  private static String later(String entry) {
    int at = entry.indexOf("\"x\":") + 4;
    long expiry = Long.parseLong(entry.substring(at, at + 13));
    return entry.substring(0, at) + (expiry + 1) + entry.substring(at + 13);
  }
}
