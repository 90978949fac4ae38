package io.kucun.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The list that everybody answers with.
 *
 * @param path where inventory-api has it
 * @param body its text
 * @param etag its entity tag
 */
record ProductList(String path, String body, String etag) {
  /** How many lists are asked for in turn, where it is not one. */
  static final int MANY = 200;

  private static final int MOST = 20;

  /** What a product has without filling, and the least that one is filled with. */
  private static final int BARE = 330;

  private static final int KILO = 1_000;

  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
  private static final AtomicLong ASKED = new AtomicLong();

  /** Creates products so that the list has about so many kB. */
  static ProductList seed(Kucun kucun, int payload) {
    int count = Math.clamp(payload * KILO / (BARE + 1), 1, MOST);
    int filling = Math.max(0, payload * KILO / count - BARE);
    for (int i = 1; i <= count; i++) {
      Web.post(kucun.url("/api/v1/products"), kucun.token(), product(i, filling).toString());
    }
    String path = "/api/v1/products";
    HttpResponse<String> answer = Web.get(kucun.url(path), kucun.token());
    return new ProductList(path, answer.body(), answer.headers().firstValue("etag").orElseThrow());
  }

  /** Of the body, in bytes. */
  int length() {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The header line of a reader who has it already. */
  String ifNoneMatch() {
    return "If-None-Match: " + etag + "\r\n";
  }

  /** The same products by a question that nobody has asked: those changed since long ago. */
  String pathOfAnother() {
    return path + "?updatedSince=" + LONG_AGO.plusMillis(ASKED.incrementAndGet());
  }

  /** The same products by each of so many questions, which come again and again. */
  List<String> pathsOfMany() {
    return IntStream.rangeClosed(1, MANY)
        .mapToObj(back -> path + "?updatedSince=" + LONG_AGO.minusSeconds(back))
        .toList();
  }

  private static ObjectNode product(int number, int filling) {
    ObjectNode product =
        Json.object()
            .put("code", "T800-" + number)
            .put("name", "Polished tile " + number)
            .put("specification", "800x800")
            .put("unit", "piece")
            .put("piecesPerUnit", 4)
            .put("weight", 12.5)
            .put("lowStockThreshold", 10);
    product
        .putObject("specifications")
        .put("surface", "polished")
        .put("notes", "x".repeat(filling));
    return product;
  }
}
