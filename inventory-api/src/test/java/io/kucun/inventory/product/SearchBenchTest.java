package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.As;
import io.kucun.inventory.testing.Migrated;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Prints how long searches take, beside those of PostgreSQL without grams. Nothing depends on the
 * times: a build machine may be slow.
 */
@QuarkusTest
@DisplayName("The times of searches")
class SearchBenchTest {
  private static final int PRODUCTS = Scale.of(2_000, 100_000);
  private static final int QUERIES = Scale.of(20, 300);
  private static final int WARM_UP = QUERIES / 3;
  private static final String OURS = "SQL of it: count and page";
  private static final Path REPORT = Path.of("target/soak/search.txt");

  @Inject Pool pool;
  @Inject Flyway flyway;

  private final StringBuilder report = new StringBuilder();
  private final Map<String, Double> ours = new HashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token = As.token("viewer", "kucun", Duration.ofHours(1), "viewer");

  /** What is searched for, of each kind so many that no query comes twice. */
  private static Map<String, List<String>> kinds(SqlConnection connection) {
    int terms = QUERIES + WARM_UP;
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (int characters = 1; characters <= 3; characters++) {
      kinds.put(
          characters + " Chinese characters",
          terms(connection, "substr(name_key, 1, %d)".formatted(characters), terms));
    }
    kinds.put("beginning of a code", terms(connection, "substr(code_key, 1, 5)", terms));
    kinds.put("not there", terms(connection, "'龥' || substr(name_key, 1, 1)", terms));
    kinds.put("common, 3 of 8", List.of("砖"));
    kinds.put("common, all", List.of("x"));
    return kinds;
  }

  private static List<String> terms(SqlConnection connection, String expression, int count) {
    return ManyProducts.run(
            connection,
            "SELECT DISTINCT %s FROM product WHERE code ~ '^T\\d{3}-' LIMIT %d"
                .formatted(expression, count))
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** No two are the same, so that the cache has none of them. */
  private static ProductQuery query(List<String> terms, int number) {
    int round = number / terms.size();
    return Asked.of(
        terms.get(number % terms.size()),
        new Page.Request(1, 20 + round / 8 % 80, null),
        Asked.ORDERS.get(number % 4),
        number / 4 % 2 == 0 ? "asc" : "desc");
  }

  private void measure(
      String how, Map<String, List<String>> kinds, int queries, Consumer<ProductQuery> run) {
    kinds.forEach((kind, terms) -> {
      int warmUp = Math.min(WARM_UP, queries);
      long[] nanos = new long[queries];
      for (int i = 0; i < warmUp + queries; i++) {
        ProductQuery query = query(terms, i);
        long began = System.nanoTime();
        run.accept(query);
        if (i >= warmUp) {
          nanos[i - warmUp] = System.nanoTime() - began;
        }
      }
      Times times = new Times(nanos);
      if (how.equals(OURS)) {
        ours.put(kind, times.millis(0.5));
      }
      report.append(
          "%-32s %-24s %s %9.1f%n"
              .formatted(
                  how, kind, times, times.millis(0.5) / ours.getOrDefault(kind, Double.NaN)));
    });
  }

  private void overHttp(ProductQuery query) {
    String target =
        "http://localhost:%d/api/v1/products?search=%s&limit=%d&sortBy=%s&sortOrder=%s"
            .formatted(
                RestAssured.port,
                URLEncoder.encode(query.search().orElseThrow(), StandardCharsets.UTF_8),
                query.page().limit(),
                query.sortBy(),
                query.sortOrder());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target))
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> response =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    assertThat(response.statusCode()).as(target).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Status").orElseThrow())
        .as(target)
        .doesNotContain("hit");
  }

  private static void inSql(SqlConnection connection, ProductQuery query) {
    Listing<Row> listing = query.listing();
    var count = ProductSelect.count(query, listing);
    long total =
        connection
            .preparedQuery(count.sql())
            .executeAndAwait(count.values())
            .iterator()
            .next()
            .getLong(0);
    var page = ProductSelect.page(query, listing, total);
    connection.preparedQuery(page.sql()).executeAndAwait(page.values());
  }

  private static void plainly(SqlConnection connection, String condition, ProductQuery query) {
    Tuple values = Tuple.of("%" + query.search().orElseThrow() + "%");
    String found = " from product where not archived and (%s)".formatted(condition);
    connection.preparedQuery("select count(*)" + found).executeAndAwait(values);
    connection
        .preparedQuery(
            "select *%s order by %s limit %d"
                .formatted(found, query.listing().orderBy(), query.page().limit() + 1))
        .executeAndAwait(values);
  }

  @Test
  @DisplayName("are printed, by kind, through the API and in SQL, beside ILIKE and trigrams")
  void print() throws Exception {
    Migrated.await(flyway);
    SqlConnection connection = pool.getConnectionAndAwait();
    try {
      ManyProducts.insert(connection, PRODUCTS);
      report.append(
          "%d products, %d queries of each kind, milliseconds%n%-57s %9s %9s %9s %9s%n"
              .formatted(PRODUCTS, QUERIES, "", "p50", "p95", "max", "ratio"));
      Map<String, List<String>> kinds = kinds(connection);
      measure(OURS, kinds, QUERIES, query -> inSql(connection, query));
      measure("API, not cached", kinds, QUERIES, this::overHttp);
      String trigrams = "code_key like $1 or name_key like $1";
      measure(
          "SQL with ILIKE",
          kinds,
          QUERIES / 10,
          query -> plainly(connection, "code ilike $1 or name ilike $1", query));
      trigrams(connection);
      measure(
          "SQL with pg_trgm", kinds, QUERIES / 10, query -> plainly(connection, trigrams, query));
    } finally {
      clear(connection);
      connection.closeAndAwait();
    }
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report);
    System.out.println(report);
  }

  private static void trigrams(SqlConnection connection) {
    ManyProducts.run(connection, "CREATE EXTENSION pg_trgm");
    for (String column : List.of("code_key", "name_key")) {
      ManyProducts.run(
          connection, "CREATE INDEX ON product USING gin (%s gin_trgm_ops)".formatted(column));
    }
  }

  private static void clear(SqlConnection connection) {
    ManyProducts.run(connection, "SET client_min_messages = warning");
    ManyProducts.run(connection, "DROP EXTENSION IF EXISTS pg_trgm CASCADE");
    ManyProducts.remove(connection);
    ManyProducts.run(connection, "RESET client_min_messages");
  }
}
