package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.product.Plan.Mode;
import io.kucun.inventory.testing.Migrated;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.Statement;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts rows and blocks that the statements of the service touch; says nothing of time. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A search of 100,000 products")
class SearchPlanTest {
  private static final int PRODUCTS = 100_000;
  private static final int LIMIT = 20;
  private static final Page.Request FIRST = new Page.Request(1, LIMIT, null);
  private static final int TRIED = ProductSearch.TRIED * (LIMIT + 1);

  @Inject Pool pool;
  @Inject Flyway flyway;

  private SqlConnection connection;
  private String brand;

  @BeforeAll
  void fill() {
    Migrated.await(flyway);
    connection = pool.getConnectionAndAwait();
    long began = System.nanoTime();
    ManyProducts.apart(connection, PRODUCTS);
    System.out.printf("%d products in %.1f s%n", PRODUCTS, (System.nanoTime() - began) / 1e9);
    brand =
        ManyProducts.run(connection, "SELECT name FROM product WHERE code LIKE '%-4321'")
            .getFirst()
            .getString(0);
  }

  @AfterAll
  void clear() {
    ManyProducts.drop(connection);
    connection.closeAndAwait();
  }

  private static ProductQuery query(String search, String sortBy, String sortOrder) {
    return Asked.of(search, FIRST, sortBy, sortOrder);
  }

  private static List<ProductQuery> orders(String search) {
    return Asked.inEveryOrder(search, FIRST);
  }

  private List<Row> rows(Statement statement) {
    return StreamSupport.stream(
            connection
                .preparedQuery(statement.sql())
                .executeAndAwait(statement.values())
                .spliterator(),
            false)
        .toList();
  }

  private long total(ProductQuery query) {
    return rows(ProductSelect.count(query, query.listing())).getFirst().getLong(0);
  }

  private Statement page(ProductQuery query) {
    Listing<Row> listing = query.listing();
    return ProductSelect.page(query, listing, listing.isCounted() ? total(query) : null);
  }

  private void isNearWhatIsFound(String search, int least, int most) {
    for (ProductQuery query : orders(search)) {
      long found = total(query);
      assertThat(found).as("found for %s", search).isBetween((long) least, (long) most);
      for (Mode mode : Mode.values()) {
        assertThat(Plan.of(connection, page(query), mode).faults(found))
            .as("%s by %s, %s", search, query.sortBy(), mode)
            .isEmpty();
        Statement count = ProductSelect.count(query, query.listing());
        assertThat(Plan.of(connection, count, mode).faults(found)).as("count").isEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0} of them")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("for Chinese characters touches about what it finds, in every order:")
  void characters(int characters) {
    isNearWhatIsFound(brand.substring(0, characters), 1, 200);
  }

  @Test
  @DisplayName("for the beginning of a code touches about what it finds, in every order")
  void codePrefix() {
    isNearWhatIsFound("t177-", 100, 120);
    isNearWhatIsFound("t177-77", 1, 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"龥", "龥龥", "抛龥", "龥抛光砖", "zzz"})
  @DisplayName("for what is not there touches nothing, in every order")
  void nothing(String search) {
    isNearWhatIsFound(search, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"砖", "x", "00", "抛光", "抛光砖", "t"})
  @DisplayName("for what is common walks a few pages of the order, in every order")
  void common(String search) {
    for (ProductQuery query : orders(search)) {
      assertThat(total(query)).isGreaterThan(PRODUCTS / 10);
      for (Mode mode : Mode.values()) {
        Plan plan = Plan.of(connection, page(query), mode);
        assertThat(plan.touched("product")).as(query.sortBy()).isLessThanOrEqualTo(TRIED);
        assertThat(plan.buffers()).isLessThanOrEqualTo(TRIED + Plan.FIXED);
      }
    }
  }

  @Test
  @DisplayName("for what is common counts about what it finds")
  void commonCount() {
    ProductQuery query = query("抛光砖", "code", "asc");
    Plan plan = Plan.of(connection, ProductSelect.count(query, query.listing()), Mode.CUSTOM);
    assertThat(plan.indexes()).contains("product_search");
    assertThat(plan.touched("product")).isLessThanOrEqualTo(2 * total(query));
  }

  @Test
  @DisplayName("for what is common, but far behind in the order, is not looked for along all of it")
  void clustered() {
    ProductQuery query = query("t1", "code", "desc");
    long found = total(query);
    assertThat(found).isGreaterThan(PRODUCTS / 10);
    for (Mode mode : Mode.values()) {
      Plan plan = Plan.of(connection, page(query), mode);
      assertThat(plan.indexes()).contains("product_search");
      assertThat(plan.touched("product")).isLessThanOrEqualTo(2 * found + TRIED);
    }
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  @DisplayName("that is filtered touches about what the search alone finds")
  void filters(Mode mode) {
    String search = brand.substring(0, 1);
    long found = total(query(search, "code", "asc"));
    Optional<Instant> since = Optional.of(Instant.parse("2025-12-01T00:00:00Z"));
    for (ProductQuery query :
        List.of(
            Asked.filtered(search, Optional.empty(), Optional.empty(), false),
            Asked.filtered(search, Optional.empty(), since, false),
            Asked.filtered(search, Optional.of(true), Optional.empty(), false),
            Asked.filtered(search, Optional.of(false), since, true))) {
      for (Statement statement :
          List.of(page(query), ProductSelect.count(query, query.listing()))) {
        Plan plan = Plan.of(connection, statement, mode);
        assertThat(plan.indexes()).contains("product_search");
        assertThat(plan.touched("product")).isLessThanOrEqualTo(2 * found + Plan.FIXED);
        assertThat(plan.touched("product_stock")).isLessThanOrEqualTo(found);
      }
    }
  }

  @Test
  @DisplayName("is caught if it reads the table, or its order, row by row")
  void control() {
    ProductQuery query = query(brand.substring(0, 1), "code", "desc");
    long found = total(query);
    Statement plain =
        new Statement(
            "select * from product where name ilike '%' || $1 || '%' or code ilike '%' || $1 || '%'",
            io.vertx.mutiny.sqlclient.Tuple.of(brand.substring(0, 1)));
    assertThat(Plan.of(connection, plain, Mode.CUSTOM).faults(found)).hasSize(3);
    ManyProducts.run(connection, "SET enable_bitmapscan = off");
    try {
      assertThat(Plan.of(connection, page(query), Mode.CUSTOM).faults(found)).hasSize(3);
    } finally {
      ManyProducts.run(connection, "RESET enable_bitmapscan");
    }
  }

  private List<UUID> slow(ProductQuery query) {
    String sql =
        "select id from product where strpos(code_key || ' ' || name_key, '%s') > 0 order by %s limit %d offset %d"
            .formatted(
                query.search().orElseThrow(),
                query.listing().orderBy(),
                LIMIT,
                (query.page().page() - 1) * LIMIT);
    return ManyProducts.run(connection, sql).stream().map(row -> row.getUUID(0)).toList();
  }

  private static ProductQuery at(ProductQuery query, Page.Request page) {
    return Asked.of(query.search().orElseThrow(), page, query.sortBy(), query.sortOrder());
  }

  private Page<UUID> fast(ProductQuery query) {
    return query.listing().page(rows(page(query)), 0L, row -> row.getUUID("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"砖", "抛光砖", "t1", "t177-", "x1200"})
  @DisplayName("finds what reading row by row finds, on each page, by number and by cursor")
  void same(String search) {
    for (ProductQuery order : orders(search)) {
      String cursor = null;
      for (int page = 1; page <= 4; page++) {
        ProductQuery byNumber = at(order, new Page.Request(page, LIMIT, null));
        Page<UUID> found = fast(byNumber);
        assertThat(found.data()).as("page %d of %s", page, order).isEqualTo(slow(byNumber));
        if (cursor != null) {
          ProductQuery byCursor = at(order, new Page.Request(1, LIMIT, cursor));
          assertThat(fast(byCursor).data()).isEqualTo(found.data());
        }
        cursor = found.pagination().nextCursor();
      }
    }
  }
}
