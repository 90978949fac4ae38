package io.kucun.inventory.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.read.OddRequests.Sent;
import io.kucun.inventory.read.RawHttp.Answer;
import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.kucun.local.testing.Scale;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A read that is answered before the REST layer")
class ShortCutTest {
  private static final int REQUESTS = Scale.of(1_500, 30_000);
  private static final int TRIES = 5;

  /** No answer depends on it, and it is not known to be so: the usual way is taken. */
  private static final String USUAL_WAY = "X-Usual-Way: 1";

  @Inject MeterRegistry meters;
  @Inject RedisProbe redis;
  @Inject ReadProbe reads;

  private final String viewer = As.token("viewer", "kucun", Duration.ofMinutes(10), "viewer");
  private String product;

  @BeforeEach
  void settled() {
    product = Given.product();
    Given.stock(product, "A01", null, 10);
    reads.quiet();
  }

  private int taken() {
    return (int) meters.get("kucun.reads.short").counter().count();
  }

  private Answer get(String path, String token, String... headers) {
    Sent request = new Sent(List.of("GET /api/v1/" + path, "Authorization: Bearer " + token), "");
    for (String header : headers) {
      request = request.with(header);
    }
    return send(request);
  }

  private static Answer send(Sent request) {
    return RawHttp.send(request.lines(), request.body());
  }

  /** Asks until it is answered the short way. */
  private Answer shortly(String path, String token) {
    Answer[] last = new Answer[1];
    Eventually.holds(() -> {
      int before = taken();
      last[0] = get(path, token);
      assertThat(taken()).isEqualTo(before + 1);
    });
    return last[0];
  }

  @Test
  @DisplayName("gets the same answer, and whatever is refused is refused")
  void same() {
    long seed = System.nanoTime();
    OddRequests requests = new OddRequests(seed, product);
    Map<Integer, Integer> shortly = new TreeMap<>();
    Map<Integer, Integer> usually = new TreeMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      Sent request = requests.next();
      int before = taken();
      Answer answer = compared(request, seed);
      (taken() > before ? shortly : usually).merge(answer.status(), 1, Integer::sum);
      requests.learn(answer.header("ETag"));
    }
    System.out.printf("seed %d: short %s, usual %s%n", seed, shortly, usually);
    assertThat(shortly.keySet()).as("seed %d", seed).containsExactlyInAnyOrder(200, 304);
    assertThat(shortly.values()).allMatch(count -> count > REQUESTS / 150);
    assertThat(usually.keySet()).contains(200, 304, 400, 401, 403, 404, 405, 406);
  }

  /** An entry may come or go between two requests: then both are sent once more. */
  private static Answer compared(Sent request, long seed) {
    for (int tries = 1; ; tries++) {
      send(request);
      Answer answer = send(request);
      Answer usual = send(request.with(USUAL_WAY));
      boolean sameSource =
          answer.header("Cache-Status").startsWith("kucun; hit")
              == usual.header("Cache-Status").startsWith("kucun; hit");
      if (sameSource || tries == TRIES) {
        assertThat(answer.comparable())
            .as("seed %d, %s", seed, request)
            .isEqualTo(usual.comparable());
        return answer;
      }
    }
  }

  @Test
  @DisplayName("is one of the bearer who asked before, in the same words")
  void sameWords() {
    String path = "products?search=" + product + "&limit=3";
    shortly(path, viewer);
    int before = taken();
    String guest = As.token("guest", "kucun", Duration.ofMinutes(10), "guest");
    assertThat(get(path, guest).status()).isEqualTo(403);
    assertThat(get(path, guest).status()).isEqualTo(403);
    assertThat(get(path, "x" + viewer).status()).isEqualTo(401);
    assertThat(get(path, viewer, "Accept: text/html").status()).isEqualTo(406);
    assertThat(get(path, viewer, "Content-Length: 0").status()).isEqualTo(200);
    assertThat(get("products?limit=3&search=" + product, viewer).status()).isEqualTo(200);
    assertThat(get(path, As.token("other", "kucun", Duration.ofMinutes(10), "viewer")).status())
        .isEqualTo(200);
    assertThat(taken()).isEqualTo(before);
    assertThat(get(path, viewer).status()).isEqualTo(200);
    assertThat(taken()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("goes the usual way again when its subject is revoked")
  void revoked() {
    String token = As.token("zhao", "kucun", Duration.ofMinutes(10), "viewer");
    String path = "products/" + product;
    shortly(path, token);
    redis.send(
        Command.PUBLISH, "kucun:control", "{\"type\":\"disconnect\",\"sub\":\"sub-of-zhao\"}");
    Eventually.holds(() -> {
      int before = taken();
      get(path, token);
      assertThat(taken()).as("answered the short way").isEqualTo(before);
    });
  }

  @Test
  @DisplayName("is refused once the token has expired")
  void expired() {
    String brief = As.token("brief", "kucun", Duration.ofSeconds(4), "viewer");
    shortly("products/" + product, brief);
    Eventually.holds(() -> {
      int before = taken();
      assertThat(get("products/" + product, brief).status()).isEqualTo(401);
      assertThat(taken()).isEqualTo(before);
    });
  }

  @Test
  @DisplayName("is new after a write, and counted once on either way")
  void written() {
    String path = "products/" + product + "/inventory";
    assertThat(shortly(path, viewer).body()).contains("\"totalQuantity\":10");
    double before = counted();
    Given.stock(product, "A01", null, 5);
    Answer stale = get(path, viewer);
    assertThat(stale.body()).contains("\"totalQuantity\":15");
    assertThat(stale.header("Cache-Status")).isEqualTo("kucun; fwd=stale");
    assertThat(counted()).isEqualTo(before + 1);
  }

  private double counted() {
    return meters.get("kucun.cache.reads").tag("space", "inventory:summary").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  @Test
  @DisplayName("is measured under the same path as on the usual way")
  void measured() {
    String uri = "/api/v1/products/{id}";
    shortly("products/" + product, viewer);
    long before = requests(uri);
    int takenBefore = taken();
    get("products/" + product, viewer);
    assertThat(taken()).isEqualTo(takenBefore + 1);
    Eventually.holds(() -> assertThat(requests(uri)).isEqualTo(before + 1));
    assertThat(meters.find("http.server.requests").timers())
        .noneMatch(timer -> String.valueOf(timer.getId().getTag("uri")).contains(product));
  }

  private long requests(String uri) {
    return meters
        .get("http.server.requests")
        .tags("uri", uri, "method", "GET", "status", "200")
        .timer()
        .count();
  }
}
