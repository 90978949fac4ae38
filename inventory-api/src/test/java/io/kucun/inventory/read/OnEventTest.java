package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.cache.Invalidation;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A read made on an event")
class OnEventTest {
  /** What a writer's transaction leaves before the writer makes anything stale. */
  private static final String COMMITTED =
      """
      WITH renamed AS (
        UPDATE product SET name = $2, name_key = $2, version = version + 1 WHERE id = $1 RETURNING 1)
      INSERT INTO event (channel, key, tags, data, ts)
      SELECT 'products', cast($1 AS text), $3, '{"action":"updated"}', 1790000000000 FROM renamed
      """;

  @Inject ReadProbe reads;
  @Inject RedisProbe redis;
  @Inject Pool database;
  @Inject Invalidation invalidation;

  @Test
  @DisplayName("is new, though its writer has made nothing stale yet, and stays so when it does")
  void relayFirst() {
    String product = Given.product();
    reads.quiet();
    List<String> paths =
        List.of("products/" + product, "products/" + product + "?include=inventory", "products");
    paths.forEach(path -> assertThat(reads.hit(path).asString()).contains("抛光砖"));
    Set<String> tags = Set.of("products", "product:" + product);
    String name = "N-" + UUID.randomUUID();
    long before = redis.position("products").offset();
    database
        .preparedQuery(COMMITTED)
        .executeAndAwait(Tuple.of(UUID.fromString(product), name, tags.toArray(String[]::new)));
    Eventually.holds(() -> assertThat(redis.position("products").offset()).isGreaterThan(before));
    for (String path : paths) {
      assertThat(reads.get(path).asString()).as(path).contains(name);
    }
    invalidation.confirm(tags).await().atMost(Duration.ofSeconds(5));
    for (String path : paths) {
      assertThat(reads.get(path).asString()).as(path).contains(name);
    }
  }
}
