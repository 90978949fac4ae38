package io.kucun.inventory.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.inventory.product.ManyProducts;
import io.kucun.inventory.proof.Api.User;
import io.kucun.inventory.testing.Migrated;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fifth product is changed while others are read, and every page waits for a write. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Paging through many products while a hundred a second change")
class PagingUnderWritesTest {
  private static final int PRODUCTS = Scale.of(1_000, 10_000);
  private static final int LIMIT = 20;

  @Inject Pool pool;
  @Inject Flyway flyway;

  private SqlConnection connection;
  private List<String> changing;
  private Set<String> lasting;

  @BeforeAll
  void fill() {
    Migrated.await(flyway);
    connection = pool.getConnectionAndAwait();
    ManyProducts.insert(connection, PRODUCTS);
    List<String> ids =
        ManyProducts.run(connection, "SELECT id::text FROM product WHERE code ~ '^T\\d{3}-\\d+$'")
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(ids).hasSize(PRODUCTS);
    changing = ids.subList(0, PRODUCTS / 5);
    lasting = Set.copyOf(ids.subList(PRODUCTS / 5, PRODUCTS));
  }

  @AfterAll
  void clear() {
    ManyProducts.remove(connection);
    connection.closeAndAwait();
  }

  /** How often each product came that did not change, on pages that follow each other. */
  private Map<String, Integer> read(String sortBy, String sortOrder, boolean byCursor)
      throws Exception {
    Api api = new Api();
    Map<String, Integer> seen = new HashMap<>();
    lasting.forEach(id -> seen.put(id, 0));
    try (Writers writers = new Writers(api, changing)) {
      String place = "page=1";
      int pages = 0;
      for (; place != null; pages++) {
        writers.awaitOne();
        JsonNode page =
            api.get(
                    User.SALES,
                    "products?limit=%d&sortBy=%s&sortOrder=%s&%s"
                        .formatted(LIMIT, sortBy, sortOrder, place))
                .expect(200)
                .body();
        page.path("data")
            .forEach(row -> seen.computeIfPresent(row.path("id").asText(), (id, n) -> n + 1));
        JsonNode cursor = page.at("/pagination/nextCursor");
        String next = byCursor ? "cursor=" + cursor.asText() : "page=" + (pages + 2);
        place = cursor.isTextual() ? next : null;
      }
      System.out.printf("%s %s: %d pages, %s%n", sortBy, sortOrder, pages, writers.summary());
    }
    return seen;
  }

  private static List<Integer> faults(Map<String, Integer> seen) {
    return seen.values().stream().filter(times -> times != 1).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "code,asc",
    "code,desc",
    "name,asc",
    "name,desc",
    "createdAt,asc",
    "createdAt,desc",
    "updatedAt,asc",
    "updatedAt,desc"
  })
  @DisplayName("shows each that did not change once, in every order")
  void once(String sortBy, String sortOrder) throws Exception {
    assertThat(faults(read(sortBy, sortOrder, true))).isEmpty();
  }

  @Test
  @DisplayName("by number shows some twice or never, and that is seen")
  void byNumber() throws Exception {
    assertThat(faults(read("createdAt", "desc", false))).isNotEmpty();
  }
}
