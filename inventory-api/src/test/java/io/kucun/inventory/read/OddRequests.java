package io.kucun.inventory.read;

import io.kucun.inventory.testing.As;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** Random requests for what is cached and for what is not, most of them ordinary, some not. */
final class OddRequests {
  private static final int ODD = 12;

  private final Random random;
  private final List<String> paths;
  private final List<String> tokens;
  private final List<String> tags =
      new ArrayList<>(List.of("*", "\"none\"", "W/\"0\"", "", "a,,b"));

  /** A request without its end. */
  record Sent(List<String> lines, String body) {
    Sent with(String header) {
      List<String> more = new ArrayList<>(lines);
      more.add(header);
      return new Sent(more, body);
    }
  }

  OddRequests(long seed, String product) {
    this.random = new Random(seed);
    String list = "/api/v1/products?search=" + product.substring(0, 8);
    String one = "/api/v1/products/" + product;
    this.paths =
        List.of(
            list,
            list + "&limit=5&page=1",
            list + "&page=1&limit=5",
            list + "&limit=500",
            list + "&colour=red",
            list + "&limit=5&limit=5",
            list + "&sortBy=name&sortOrder=asc&include=inventory",
            one,
            one + "?include=inventory",
            one + "?include=orders",
            one + "/",
            one.replace("products", "%70roducts"),
            one.toUpperCase(Locale.ROOT),
            "/" + one,
            one + "/inventory",
            one + "/inventory?limit=1",
            "/api/v1/products/" + UUID.nameUUIDFromBytes(new byte[1]),
            "/api/v1/products/none",
            "/api/v1/inventory?productId=" + product,
            "/api/v1/inventory?productId=" + product + "#part",
            "/api/v1/inventory?productId=none",
            "/api/v1/orders",
            "/api/v1/cache/stats?x=1",
            "/nowhere");
    this.tokens =
        List.of(
            As.token("viewer", "kucun", Duration.ofMinutes(10), "viewer"),
            As.token("sales", "kucun", Duration.ofMinutes(10), "sales"),
            As.token("admin", "kucun", Duration.ofMinutes(10), "admin", "viewer"),
            As.token("nobody", "kucun", Duration.ofMinutes(10), "guest"),
            As.token("viewer", "another", Duration.ofMinutes(10), "viewer"),
            As.token("viewer", "kucun", Duration.ofMinutes(-10), "viewer"),
            "garbage");
  }

  /** Readers will say that they have this. */
  void learn(String etag) {
    if (!etag.isEmpty() && tags.size() < 40) {
      tags.add(etag);
      tags.add("\"other\", W/" + etag);
    }
  }

  Sent next() {
    List<String> lines = new ArrayList<>();
    lines.add(seldom("GET", "HEAD", "OPTIONS", "PATCH", "get") + " " + any(paths));
    authorization(lines);
    add(lines, "Accept: ", "", "*/*", "application/json", "text/html", "application/json;q=0", "x");
    if (odd()) {
      add(lines, "Accept: ", "*/*", "text/html");
    }
    add(lines, "Content-Type: ", "", "application/json", "text/plain", "application/xml");
    if (random.nextBoolean()) {
      lines.add("If-None-Match: " + any(tags));
    }
    if (odd()) {
      lines.add("If-None-Match: " + any(tags));
    }
    add(lines, "Accept-Language: ", "", "zh-CN", "en", "*");
    add(lines, "Origin: ", "", "http://localhost", "https://evil.test", "null");
    add(lines, "X-Request-Id: ", "", "mine", "not well formed");
    add(lines, "X-Odd: ", "", "1");
    add(lines, "Range: ", "", "bytes=0-1");
    boolean says = odd();
    if (says) {
      lines.add("Content-Length: 2");
    }
    return new Sent(lines, says ? "{}" : "");
  }

  private void authorization(List<String> lines) {
    String token = any(random.nextBoolean() ? tokens.subList(0, 2) : tokens);
    lines.add("Authorization: " + seldom("Bearer ", "bearer ", "Bearer  ", "Basic ", "") + token);
    if (veryOdd()) {
      lines.add("Authorization: Bearer " + any(tokens));
    }
    if (veryOdd()) {
      lines.remove(1);
    }
  }

  private void add(List<String> lines, String name, String... values) {
    String value = seldom(values);
    if (!value.isEmpty()) {
      lines.add(name + value);
    }
  }

  private boolean odd() {
    return random.nextInt(ODD) == 0;
  }

  private boolean veryOdd() {
    return random.nextInt(ODD * ODD) == 0;
  }

  /** Mostly the first. */
  private String seldom(String... values) {
    return odd() ? values[random.nextInt(values.length)] : values[0];
  }

  private String any(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
