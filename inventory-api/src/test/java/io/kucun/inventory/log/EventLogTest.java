package io.kucun.inventory.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Eventually;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.RedisProbe;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The event log over HTTP")
class EventLogTest {
  private static final String PATH = "/api/v1/events";

  @Inject RedisProbe redis;

  private static Response get(RequestSpecification as, String channel, String after, int limit) {
    return as.get(PATH + "?channel=" + channel + "&after=" + after + "&limit=" + limit);
  }

  private static String position(String channel) {
    String positions = As.admin().get("/api/v1/orders?limit=1").header("Kucun-Position");
    return positions.replaceFirst(".*" + channel + "=([^,]+).*", "$1");
  }

  /** Reads page by page until a position is reached that lies so many events ahead. */
  private static List<Response> walk(
      Supplier<RequestSpecification> as, String channel, String from, long events, int limit) {
    List<Response> pages = new ArrayList<>();
    long target = offset(from) + events;
    Eventually.holds(() -> {
      do {
        String after = pages.isEmpty() ? from : pages.getLast().path("position");
        pages.add(get(as.get(), channel, after, limit));
        assertThat(pages.getLast().statusCode()).isEqualTo(200);
      } while (!pages.getLast().<List<?>>path("data").isEmpty());
      assertThat(offset(pages.getLast().path("position"))).isGreaterThanOrEqualTo(target);
    });
    return pages;
  }

  private static long offset(String position) {
    return Long.parseLong(position.substring(position.indexOf(':') + 1));
  }

  private static List<Long> offsets(List<Response> pages) {
    return pages.stream()
        .flatMap(page -> page.<List<Number>>path("data.offset").stream())
        .map(Number::longValue)
        .toList();
  }

  @Test
  @DisplayName("gives the published bytes, page by page, and its position at the end")
  void pages() {
    String product = Given.product();
    String from = position("inventory");
    Given.stock(product, "A01", "2026-05-01", 3);
    Given.stock(product, "抛光", null, 4);
    Given.stock(product, "A02", "2026-05-01", 5);
    List<Response> pages = walk(As::viewer, "inventory", from, 3, 2);
    Map<Long, String> published = new TreeMap<>();
    redis.log("inventory").forEach(entry -> published.put(entry.offset(), entry.envelope()));
    for (Response page : pages) {
      String data = String.join(",", offsets(List.of(page)).stream().map(published::get).toList());
      assertThat(page.asString())
          .isEqualTo("{\"data\":[" + data + "],\"position\":\"" + page.path("position") + "\"}");
    }
    List<Long> offsets = offsets(pages);
    assertThat(offsets).hasSizeGreaterThanOrEqualTo(3).startsWith(offset(from) + 1);
    assertThat(offset(pages.getLast().path("position"))).isEqualTo(offsets.getLast());
  }

  @Test
  @DisplayName("begins with the oldest event when no position is given")
  void oldest() {
    Given.product();
    Eventually.holds(() ->
        As.viewer()
            .get(PATH + "?channel=products&limit=1")
            .then()
            .statusCode(200)
            .body("data[0].offset", equalTo(1))
            .body("position", equalTo(redis.position("products").epoch() + ":1")));
  }

  @Test
  @DisplayName("shows sales only their own orders, and moves on past all others")
  void own() {
    String product = Given.product();
    String from = position("orders");
    String own = Given.draft("sales", Given.item(product, null, 1));
    Given.draft("sales2", Given.item(product, null, 1));
    String again = Given.draft("sales", Given.item(product, null, 1));
    Given.draft("sales2", Given.item(product, null, 1));
    List<Response> all = walk(As::warehouse, "orders", from, 4, 1_000);
    List<Response> mine = walk(As::sales, "orders", from, 4, 1);
    assertThat(mine.stream().flatMap(page -> page.<List<String>>path("data.key").stream()))
        .contains(own, again)
        .hasSize(2);
    assertThat(mine).allMatch(page -> !page.asString().contains("sub-of-sales2"));
    assertThat(mine.getLast().<String>path("position")).isEqualTo(all.getLast().path("position"));
    get(As.viewer(), "orders", from, 1).then().statusCode(403).body("code", equalTo("forbidden"));
    get(As.user("both", "viewer", "sales"), "orders", from, 1).then().statusCode(200);
  }

  @Test
  @DisplayName("skips and repeats nothing while others write")
  void underWrites() {
    String product = Given.product();
    String from = position("inventory");
    int writes = Scale.of(200, 5_000);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() ->
            IntStream.range(0, writes)
                .parallel()
                .forEach(i -> Given.stock(product, "C" + i % 5, null, 1)));
    List<Response> pages = walk(As::viewer, "inventory", from, writes / 4, 7);
    writing.join(); // However long that takes on a busy machine.
    String reached = pages.getLast().path("position");
    long left = offset(from) + writes - offset(reached);
    pages.addAll(walk(As::viewer, "inventory", reached, left, 7));
    List<Long> offsets = offsets(pages);
    assertThat(offsets)
        .isEqualTo(LongStream.rangeClosed(offset(from) + 1, offsets.getLast()).boxed().toList());
  }

  @Test
  @DisplayName(
      "is gone behind a position of another epoch, and behind one that nobody reached, and says where to go on")
  void gone() {
    Given.product();
    String here = position("products");
    String epoch = here.substring(0, here.indexOf(':'));
    Map<String, String> told =
        Map.of(
            "0123456789ab:1",
            "0123456789ab:1 is of another numbering: the epoch is " + epoch + " now.",
            here + "0000000",
            "No event was ever numbered as high as " + here + "0000000.");
    told.forEach((after, detail) ->
        get(As.viewer(), "products", after, 1)
            .then()
            .statusCode(410)
            .body("code", equalTo("events_trimmed"))
            .body(
                "detail",
                equalTo(detail + " Read the state anew and go on from its Kucun-Position.")));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=5, channel, validation",
    "channel=, channel, validation",
    "channel=nothing, channel, validation",
    "channel=orders&channel=orders, channel, unknown_parameter",
    "channel=orders&after=17, after, validation",
    "channel=orders&after=e1:-1, after, validation",
    "channel=orders&after=e1:1.5, after, validation",
    "channel=orders&after=:1, after, validation",
    "channel=orders&after=e1:9999999999999999999, after, validation",
    "channel=orders&limit=0, limit, validation",
    "channel=orders&limit=1001, limit, validation",
    "channel=orders&since=e1:1, since, unknown_parameter",
  })
  @DisplayName("names the parameter that it cannot read")
  void malformed(String query, String parameter, String code) {
    As.admin()
        .get(PATH + "?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo(code))
        .body("errors[0].parameter", equalTo(parameter));
  }

  @Test
  @DisplayName("is not sent again to who has the page already")
  void unchanged() {
    Given.product();
    Response page = As.viewer().get(PATH + "?channel=products&limit=1");
    As.viewer()
        .header("If-None-Match", page.header("ETag"))
        .get(PATH + "?channel=products&limit=1")
        .then()
        .statusCode(304);
  }
}
