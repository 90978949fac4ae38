package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.RedisProbe;
import io.restassured.response.Response;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Reads as a client does, and looks at what that leaves in Redis. */
@Singleton
class ReadProbe {
  private final RedisProbe redis;
  private final Pool database;

  ReadProbe(RedisProbe redis, Pool database) {
    this.redis = redis;
    this.database = database;
  }

  /** Waits until no event is under way: the relay would make entries stale once more. */
  void quiet() {
    Eventually.holds(() -> {
      assertThat(redis.position("inventory")).isNotNull();
      assertThat(redis.position("products")).isNotNull();
      assertThat(
              number(
                  "SELECT (SELECT count(*) FROM event WHERE log_offset IS NULL)"
                      + " + (SELECT count(*) FROM event_channel"
                      + " WHERE published_offset < last_offset)"))
          .as("events that are not known to be in Redis")
          .isZero();
    });
  }

  private long number(String sql) {
    return database.query(sql).executeAndAwait().iterator().next().getLong(0);
  }

  Response get(String path) {
    Response response = As.viewer().get("/api/v1/" + path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response;
  }

  String status(String path) {
    return get(path).header("Cache-Status");
  }

  /** A read from the cache; the fill is not waited for by the read that causes it. */
  Response hit(String path) {
    Eventually.holds(() -> assertThat(status(path)).startsWith("kucun; hit; ttl="));
    return get(path);
  }

  Set<String> keys(String pattern) {
    Set<String> keys = new TreeSet<>();
    StreamSupport.stream(redis.send(Command.KEYS, pattern).spliterator(), false)
        .forEach(key -> keys.add(key.toString()));
    return keys;
  }

  /** Waits until Redis has an entry under a key. */
  String entry(String key) {
    Eventually.holds(
        () -> assertThat(redis.send(Command.EXISTS, "kucun:" + key).toInteger()).isOne());
    return redis.send(Command.GET, "kucun:" + key).toString();
  }

  int secondsToLive(String key) {
    return redis.send(Command.TTL, "kucun:" + key).toInteger();
  }
}
