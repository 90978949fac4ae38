package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A cached read")
class CachedReadsTest {
  @Inject RedisProbe redis;
  @Inject Pool database;

  private String product;

  /** Until the relay has told the positions and passed the events of what a test is given. */
  @BeforeEach
  void settled() {
    product = Given.product();
    Given.stock(product, "A01", null, 10);
    quiet();
  }

  /** No event is under way any more: the relay would make entries stale once more. */
  private void quiet() {
    long offset = offset();
    Eventually.holds(() -> {
      assertThat(redis.position("inventory")).isNotNull();
      assertThat(redis.position("inventory").offset()).isGreaterThanOrEqualTo(offset);
      assertThat(redis.position("products")).isNotNull();
      assertThat(events()).isZero();
    });
  }

  private long offset() {
    return number("SELECT coalesce(max(log_offset), 0) FROM event WHERE channel = 'inventory'");
  }

  /** Events that are not known to be in Redis. */
  private long events() {
    return number(
        "SELECT (SELECT count(*) FROM event WHERE log_offset IS NULL)"
            + " + (SELECT count(*) FROM event_channel WHERE published_offset < last_offset)");
  }

  private long number(String sql) {
    return database.query(sql).executeAndAwait().iterator().next().getLong(0);
  }

  private static Response get(String path) {
    Response response = As.viewer().get("/api/v1/" + path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response;
  }

  private static String status(String path) {
    return get(path).header("Cache-Status");
  }

  /** The fill is not waited for by the read that causes it. */
  private static Response hit(String path) {
    Eventually.holds(() -> assertThat(status(path)).startsWith("kucun; hit; ttl="));
    return get(path);
  }

  private TreeSet<String> keys(String pattern) {
    TreeSet<String> keys = new TreeSet<>();
    StreamSupport.stream(redis.send(Command.KEYS, pattern).spliterator(), false)
        .forEach(key -> keys.add(key.toString()));
    return keys;
  }

  @ParameterizedTest
  @DisplayName("tells where it comes from and what it contains, on hit, miss and 304")
  @ValueSource(
      strings = {
        "products?search=%s",
        "products/%s",
        "products/%s?include=inventory",
        "inventory?productId=%s",
        "products/%s/inventory"
      })
  void headers(String template) {
    String path = template.formatted(product);
    Response miss = get(path);
    assertThat(miss.header("Cache-Status")).isEqualTo("kucun; fwd=miss");
    Response hit = hit(path);
    for (Response response : List.of(miss, hit)) {
      assertThat(response.header("Kucun-Position"))
          .matches("products=\\w+:\\d+, inventory=\\w+:\\d+, orders=\\w+:\\d+");
      assertThat(response.header("Cache-Control")).isEqualTo("private, no-cache");
      assertThat(response.header("Vary")).isEqualTo("Authorization");
    }
    assertThat(hit.asString()).isEqualTo(miss.asString());
    assertThat(hit.header("ETag")).isEqualTo(miss.header("ETag"));
    Response unchanged =
        As.viewer().header("If-None-Match", hit.header("ETag")).get("/api/v1/" + path);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.header("Cache-Status")).startsWith("kucun; hit; ttl=");
    assertThat(unchanged.header("Kucun-Position")).isNotNull();
    assertThat(unchanged.asString()).isEmpty();
    Response other = As.viewer().header("If-None-Match", "\"0\"").get("/api/v1/" + path);
    assertThat(other.asString()).isEqualTo(miss.asString());
  }

  @Test
  @DisplayName("lies in Redis under the documented keys, as JSON")
  void keys() {
    hit("products?limit=7&search=" + product);
    hit("products/" + product);
    hit("inventory?productId=" + product);
    hit("products/" + product + "/inventory");
    assertThat(keys("kucun:products:list:*")).allMatch(key -> key.matches(".*:[0-9a-f]{32}"));
    assertThat(keys("kucun:inventory:list:*")).allMatch(key -> key.matches(".*:[0-9a-f]{32}"));
    for (String key : List.of("products:detail:" + product, "inventory:summary:" + product)) {
      String entry = redis.send(Command.GET, "kucun:" + key).toString();
      assertThat(JsonPath.from(entry).getString("b")).contains(product);
    }
    assertThat(redis.send(Command.TTL, "kucun:inventory:summary:" + product).toInteger())
        .isBetween(1, 11);
    assertThat(redis.send(Command.TTL, "kucun:products:detail:" + product).toInteger())
        .isBetween(12, 66);
  }

  @Test
  @DisplayName("is the same for any order of the parameters, default and Unicode form")
  void canonical() {
    String word = "é" + UUID.randomUUID();
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(word);
    get("products?search=" + word + "&limit=20&page=1");
    hit("products?search=" + word);
    TreeSet<String> one = keys("kucun:products:list:*");
    assertThat(status("products?page=1&search=" + decomposed + "&sortOrder=desc&archived=false"))
        .startsWith("kucun; hit");
    assertThat(keys("kucun:products:list:*")).isEqualTo(one);
    assertThat(status("products?search=" + word + "&limit=21")).isEqualTo("kucun; fwd=miss");
    TreeSet<String> two = keys("kucun:*");
    As.viewer().get("/api/v1/products?search=" + word + "&unknown=1").then().statusCode(400);
    assertThat(two).containsAll(keys("kucun:products:list:*"));
  }

  @Test
  @DisplayName("is new after a write, on whatever path it is asked for")
  void written() {
    List<String> paths =
        List.of(
            "products?include=inventory&search=" + product.substring(0, 8),
            "products/" + product + "?include=inventory",
            "inventory?productId=" + product,
            "inventory?search=" + product.substring(0, 8),
            "products/" + product + "/inventory");
    paths.forEach(CachedReadsTest::hit);
    Given.stock(product, "A01", null, 5);
    for (String path : paths) {
      assertThat(status(path)).as(path).isEqualTo("kucun; fwd=stale");
    }
    assertThat(get("products/" + product + "/inventory").jsonPath().getInt("totalQuantity"))
        .isEqualTo(15);
  }

  @Test
  @DisplayName("of a product that nobody knows is kept, until it is made")
  void unknown() {
    String path = "/api/v1/products/" + UUID.randomUUID();
    As.viewer().get(path).then().statusCode(404);
    Eventually.holds(() ->
        assertThat(keys("kucun:products:detail:*"))
            .contains("kucun:products:detail:" + path.substring(path.lastIndexOf('/') + 1)));
    As.viewer().get(path).then().statusCode(404);
  }

  @Test
  @DisplayName("hits 95 times of 100 while twenty times as much moves elsewhere")
  void othersMove() {
    String other = Given.product();
    List<String> paths =
        List.of(
            "inventory?productId=" + product,
            "products/" + product,
            "products/" + product + "/inventory");
    quiet();
    paths.forEach(CachedReadsTest::hit);
    int reads = 0;
    int hits = 0;
    for (int i = 0; i < 60; i++) {
      Given.stock(other, "B" + i % 3, null, 1);
      for (String path : paths) {
        reads++;
        hits += status(path).startsWith("kucun; hit") ? 1 : 0;
      }
    }
    assertThat(hits).as("of %d", reads).isGreaterThanOrEqualTo(reads * 95 / 100);
    assertThat(status("inventory?search=" + product)).doesNotStartWith("kucun; hit");
  }

  @Test
  @DisplayName("is counted once, by how it was answered")
  void statistics() {
    Map<String, Integer> before = counts();
    String path = "products/" + product;
    assertThat(status(path)).isEqualTo("kucun; fwd=miss");
    Eventually.holds(() ->
        assertThat(redis.send(Command.EXISTS, "kucun:products:detail:" + product).toInteger())
            .isOne());
    for (int i = 0; i < 7; i++) {
      get(path);
    }
    As.viewer().header("If-None-Match", "\"0\"").get("/api/v1/" + path).then().statusCode(304);
    As.admin().delete("/api/v1/" + path).then().statusCode(204);
    quiet();
    assertThat(status(path)).isEqualTo("kucun; fwd=stale");
    As.viewer().get("/api/v1/products/" + UUID.randomUUID()).then().statusCode(404);
    Map<String, Integer> after = counts();
    after.replaceAll((name, count) -> count - before.get(name));
    assertThat(after)
        .containsEntry("hits", 8)
        .containsEntry("misses", 2)
        .containsEntry("staleRejects", 1)
        .containsEntry("negativeHits", 0)
        .containsEntry("coalesced", 0)
        .containsEntry("bypasses", 0)
        .containsEntry("failed", 0)
        .containsEntry("errors", 0);
  }

  private static Map<String, Integer> counts() {
    Map<String, Object> stats =
        As.admin()
            .get("/api/v1/cache/stats")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getMap("spaces.'products:detail'");
    Map<String, Integer> counts = new HashMap<>();
    stats.forEach((name, value) -> {
      if (value instanceof Integer count) {
        counts.put(name, count);
      }
    });
    return counts;
  }

  @Test
  @DisplayName("is answered to 2,000 who ask at the same moment")
  void crowd() throws Exception {
    String path = "inventory?productId=" + product;
    String expected = hit(path).asString();
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/api/v1/" + path))
            .header(
                "Authorization",
                "Bearer " + As.token("viewer", "kucun", Duration.ofMinutes(10), "viewer"))
            .build();
    var answers =
        IntStream.range(0, 2_000)
            .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
            .toList();
    for (var answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(answer.get().body()).isEqualTo(expected);
    }
  }
}
