package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A cached read")
class CachedReadsTest {
  @Inject ReadProbe reads;

  private String product;

  /** Until the relay has told the positions and passed the events of what a test is given. */
  @BeforeEach
  void settled() {
    product = Given.product();
    Given.stock(product, "A01", null, 10);
    reads.quiet();
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
    Response miss = reads.get(path);
    assertThat(miss.header("Cache-Status")).isEqualTo("kucun; fwd=miss");
    Response hit = reads.hit(path);
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
    Response other = As.viewer().header("If-None-Match", "\"none\"").get("/api/v1/" + path);
    assertThat(other.asString()).isEqualTo(miss.asString());
  }

  @Test
  @DisplayName("lies in Redis under the documented keys, as JSON")
  void keys() {
    reads.hit("products?limit=7&search=" + product);
    reads.hit("products/" + product);
    reads.hit("inventory?productId=" + product);
    reads.hit("products/" + product + "/inventory");
    assertThat(reads.keys("kucun:products:list:*")).allMatch(key -> key.matches(".*:[0-9a-f]{32}"));
    assertThat(reads.keys("kucun:inventory:list:*"))
        .allMatch(key -> key.matches(".*:[0-9a-f]{32}"));
    for (String key : List.of("products:detail:" + product, "inventory:summary:" + product)) {
      assertThat(JsonPath.from(reads.entry(key)).getString("b")).contains(product);
    }
    assertThat(reads.secondsToLive("inventory:summary:" + product)).isBetween(1, 11);
    assertThat(reads.secondsToLive("products:detail:" + product)).isBetween(12, 66);
  }

  @Test
  @DisplayName("is the same for any order of the parameters, default and Unicode form")
  void canonical() {
    String word = "é" + UUID.randomUUID();
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(word);
    reads.get("products?search=" + word + "&limit=20&page=1");
    reads.hit("products?search=" + word);
    Set<String> one = reads.keys("kucun:products:list:*");
    assertThat(
            reads.status("products?page=1&search=" + decomposed + "&sortOrder=desc&archived=false"))
        .startsWith("kucun; hit");
    assertThat(one).containsAll(reads.keys("kucun:products:list:*"));
    assertThat(reads.status("products?search=" + word + "&limit=21")).isEqualTo("kucun; fwd=miss");
    Set<String> two = reads.keys("kucun:*");
    As.viewer().get("/api/v1/products?search=" + word + "&unknown=1").then().statusCode(400);
    assertThat(two).containsAll(reads.keys("kucun:products:list:*"));
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
    paths.forEach(reads::hit);
    Given.stock(product, "A01", null, 5);
    for (String path : paths) {
      assertThat(reads.status(path)).as(path).isEqualTo("kucun; fwd=stale");
    }
    assertThat(reads.get("products/" + product + "/inventory").jsonPath().getInt("totalQuantity"))
        .isEqualTo(15);
  }

  @Test
  @DisplayName("is counted once, by how it was answered")
  void statistics() {
    Map<String, Integer> before = counts();
    String path = "products/" + product;
    assertThat(reads.status(path)).isEqualTo("kucun; fwd=miss");
    reads.entry("products:detail:" + product);
    for (int i = 0; i < 7; i++) {
      reads.get(path);
    }
    As.viewer().header("If-None-Match", "\"0\"").get("/api/v1/" + path).then().statusCode(304);
    As.admin().delete("/api/v1/" + path).then().statusCode(204);
    reads.quiet();
    assertThat(reads.status(path)).isEqualTo("kucun; fwd=stale");
    String nobody = UUID.randomUUID().toString();
    As.viewer().get("/api/v1/products/" + nobody).then().statusCode(404);
    assertThat(reads.entry("products:detail:" + nobody)).endsWith("null}");
    As.viewer().get("/api/v1/products/" + nobody).then().statusCode(404);
    Map<String, Integer> after = counts();
    after.replaceAll((name, count) -> count - before.getOrDefault(name, 0));
    assertThat(after)
        .containsEntry("hits", 8)
        .containsEntry("misses", 2)
        .containsEntry("staleRejects", 1)
        .containsEntry("negativeHits", 1)
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
}
