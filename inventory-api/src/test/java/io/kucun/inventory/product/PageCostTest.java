package io.kucun.inventory.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.product.Plan.Mode;
import io.kucun.inventory.testing.Migrated;
import io.kucun.inventory.web.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Counts rows and blocks that the statements of the service touch; says nothing of time. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A page of 10,000 products")
class PageCostTest {
  private static final int PRODUCTS = 10_000;
  private static final int LIMIT = 20;

  @Inject Pool pool;
  @Inject Flyway flyway;

  private SqlConnection connection;

  @BeforeAll
  void fill() {
    Migrated.await(flyway);
    connection = pool.getConnectionAndAwait();
    ManyProducts.apart(connection, PRODUCTS);
  }

  @AfterAll
  void clear() {
    ManyProducts.drop(connection);
    connection.closeAndAwait();
  }

  /** The last full page and the one behind it, by cursor. */
  private List<ProductQuery> last(ProductQuery first) {
    List<ProductQuery> last = new ArrayList<>();
    ProductQuery before =
        at(first, new Page.Request((int) ((total() - 1) / LIMIT) - 1, LIMIT, null));
    for (int i = 0; i < 2; i++) {
      String cursor =
          before.listing().page(rows(before), null, row -> row).pagination().nextCursor();
      before = at(first, new Page.Request(1, LIMIT, cursor));
      last.add(before);
    }
    return last;
  }

  private static ProductQuery at(ProductQuery query, Page.Request page) {
    return Asked.of(null, page, query.sortBy(), query.sortOrder());
  }

  private long total() {
    return ManyProducts.run(connection, "SELECT count(*) FROM product WHERE NOT archived")
        .getFirst()
        .getLong(0);
  }

  private List<Row> rows(ProductQuery query) {
    var statement = ProductSelect.page(query, query.listing(), null);
    List<Row> rows = new ArrayList<>();
    connection
        .preparedQuery(statement.sql())
        .executeAndAwait(statement.values())
        .forEach(rows::add);
    return rows;
  }

  private Plan plan(ProductQuery query, Mode mode) {
    return Plan.of(connection, ProductSelect.page(query, query.listing(), null), mode);
  }

  @Test
  @DisplayName("touches, at the end of every order, at most twice what it touches at its beginning")
  void cost() {
    for (ProductQuery first : Asked.inEveryOrder(null, new Page.Request(1, LIMIT, null))) {
      for (ProductQuery last : last(first)) {
        for (Mode mode : Mode.values()) {
          Plan begin = plan(first, mode);
          Plan end = plan(last, mode);
          assertThat(end.touched("product")).as("rows of %s", last).isBetween(1L, LIMIT + 1L);
          assertThat(end.touched("product")).isLessThanOrEqualTo(2 * begin.touched("product"));
          assertThat(end.buffers()).as("blocks").isLessThanOrEqualTo(2 * begin.buffers());
        }
      }
    }
  }

  @Test
  @DisplayName("by number touches more than twice as much at the end, and that is seen")
  void costByNumber() {
    ProductQuery first = Asked.of(null, new Page.Request(1, LIMIT, null), "code", "asc");
    ProductQuery last = at(first, new Page.Request((int) (total() / LIMIT), LIMIT, null));
    assertThat(plan(last, Mode.CUSTOM).touched("product"))
        .isGreaterThan(2 * plan(first, Mode.CUSTOM).touched("product"));
    assertThat(plan(last, Mode.CUSTOM).buffers())
        .isGreaterThan(2 * plan(first, Mode.CUSTOM).buffers());
  }
}
