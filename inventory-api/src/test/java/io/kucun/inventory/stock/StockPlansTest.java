package io.kucun.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Explained;
import io.kucun.inventory.testing.Given;
import io.kucun.inventory.testing.Parameters;
import io.kucun.inventory.testing.Rehearsal;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Select;
import io.kucun.local.testing.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts rows that the statements of the service touch; says nothing of time. */
@QuarkusTest
@DisplayName("A list of much stock")
class StockPlansTest {
  private static final int ROWS = Scale.of(20_000, 200_000);
  private static final int LIMIT = 20;

  /** A page, one row more, and as many again for what a join or a look ahead takes. */
  private static final int FEW = 4 * (LIMIT + 1);

  @Inject Pool pool;

  private UUID product;
  private UUID lot;
  private Rehearsal rehearsal;

  @BeforeEach
  void begin() {
    product = UUID.fromString(Given.product());
    lot = UUID.fromString(Given.stock(product.toString(), null, null, 1));
    rehearsal = new Rehearsal(pool);
  }

  @AfterEach
  void end() {
    rehearsal.close();
  }

  /**
   * Every hundredth row is of the product and of what else is asked for. What other tests have left
   * would count in the planner's estimates.
   */
  private void ledger() {
    UUID otherLot = UUID.fromString(Given.stock(Given.product(), null, null, 1));
    rehearsal.run("truncate stock_movement");
    rehearsal.run(
        """
        insert into stock_movement (id, document_number, lot_id, product_id, type, delta,
          balance_after, reserved_delta, reserved_after, reference, actor, occurred_at)
        select gen_random_uuid(), case when mine then 'DOC' else 'D-' || n end,
          lot.id, lot.product_id, case when mine then 'COUNTED' else 'INBOUND' end, 1, 1, 0, 0,
          case when mine then 'REF' end, case when mine then 'one' else 'other' end,
          timestamptz '2020-01-01T00:00:00Z' + n * interval '1 minute'
        from (select n, n % 100 = 0 as mine from generate_series(1, $3) as n) as numbers
        join stock_lot lot on lot.id = case when mine then cast($1 as uuid) else $2 end
        """,
        lot, otherLot, ROWS);
    rehearsal.run("analyze stock_movement");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',                                              stock_movement_seq_key",
    "sortOrder=asc,                                   stock_movement_seq_key",
    "productId=:product,                              stock_movement_by_product",
    "lotId=:lot,                                      stock_movement_by_lot",
    "type=counted,                                    stock_movement_by_type",
    "documentNumber=DOC,                              stock_movement_by_document",
    "reference=REF,                                   stock_movement_by_reference",
    "actor=one,                                       stock_movement_by_actor",
    "to=2020-01-08T00:00:00Z,                         stock_movement_by_time",
    "from=2020-01-02T00:00:00Z&to=2020-01-08T00:00:00Z, stock_movement_by_time",
    "from=2020-01-02T00:00:00Z&sortOrder=asc,         stock_movement_by_time",
  })
  @DisplayName("reads a page in the middle of the ledger like the first, by the filter's index")
  void ledger(String query, String index) {
    ledger();
    same(
        more ->
            MovementQuery.of(Parameters.of(words(query) + more, MovementQuery.PARAMETERS))
                .listing(),
        MovementQuery.SELECT,
        index);
  }

  /** Five lots a product, of five colours and many dates. */
  private void lots() {
    rehearsal.run("truncate product cascade");
    rehearsal.run(
        """
        insert into product (id, code, code_key, name, name_key, unit, pieces_per_unit, status,
          low_stock_threshold, version, created_at, updated_at)
        select gen_random_uuid(), key, key, 'x', 'x', 'PIECE', 1, 'ACTIVE', 0, 0, now(), now()
        from (select 'lots-' || n as key from generate_series(1, $1) as n) as keys
        """,
        ROWS / 5);
    rehearsal.run(
        """
        insert into stock_lot (id, product_id, color_code, production_date, quantity)
        select gen_random_uuid(), p.id, 'C' || c, date '2020-01-01' + (random() * 2000)::integer, 1
        from product p cross join generate_series(1, 5) as c where code_key like 'lots-%'
        """);
    rehearsal.run("analyze product");
    rehearsal.run("analyze stock_lot");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',                                     product_in_order_of_code",
    "sortOrder=desc,                         product_in_order_of_code",
    "colorCode=C3,                           product_in_order_of_code",
    "sortBy=productionDate,                  stock_lot_by_date",
    "sortBy=productionDate&sortOrder=desc,   stock_lot_by_date",
  })
  @DisplayName("reads a page in the middle of the lots like the first, by the order's index")
  void lots(String query, String index) {
    lots();
    same(
        more -> LotQuery.of(Parameters.of(query + more, LotQuery.PARAMETERS)).listing(),
        LotQuery.of(Parameters.of(query, LotQuery.PARAMETERS)).select(),
        index);
  }

  /** One product in fifty is low; none of the others is, with whatever it has. */
  private void totals() {
    rehearsal.run("truncate product cascade");
    rehearsal.run(
        """
        insert into product (id, code, code_key, name, name_key, unit, pieces_per_unit, status,
          low_stock_threshold, version, created_at, updated_at)
        select gen_random_uuid(), 'Low-' || n, 'low-' || n, 'x', 'x', 'PIECE', 1, 'ACTIVE',
          case when n % 50 = 0 then 1000000 else 0 end, 0, now(), now()
        from generate_series(1, $1) as n
        """,
        ROWS);
    rehearsal.run(
        """
        insert into product_stock (product_id, total)
        select id, 1 + (random() * 1000)::integer from product where code_key like 'low-%'
        """);
    rehearsal.run("analyze product");
    rehearsal.run("analyze product_stock");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'',            product_stock_alert",
    "level=low,     product_stock_alert",
    "threshold=500, product_stock_available",
  })
  @DisplayName("reads a page in the middle of the alerts like the first, by their index")
  void alerts(String query, String index) {
    totals();
    same(
        more -> AlertQuery.of(Parameters.of(query + more, AlertQuery.PARAMETERS)).listing(),
        AlertQuery.of(Parameters.of(query, AlertQuery.PARAMETERS)).select(),
        index);
  }

  private String words(String query) {
    return query.replace(":product", product.toString()).replace(":lot", lot.toString());
  }

  private void same(Function<String, Listing<Row>> list, Select select, String index) {
    String page = "&limit=" + LIMIT;
    Listing<Row> whole = list.apply(page);
    long rows = rehearsal.rows(select.count(whole)).getFirst().getLong(0);
    assertThat(rows).as("rows of the list").isGreaterThan(8 * LIMIT);
    Listing<Row> before = list.apply(page + "&page=" + rows / LIMIT / 2);
    List<Row> read = rehearsal.rows(select.page(before));
    String cursor =
        Objects.requireNonNull(
            before.page(read, rows, Function.identity()).pagination().nextCursor());
    for (Listing<Row> listing : List.of(whole, list.apply(page + "&cursor=" + cursor))) {
      Explained plan = rehearsal.explain(select.page(listing));
      assertThat(plan.indexes()).as("%s", plan).contains(index);
      assertThat(plan.touched()).as("%s", plan).isBetween((long) LIMIT, (long) FEW);
    }
    assertThat(rehearsal.explain(select.page(before)).touched())
        .as("by number, the rows before are read too")
        .isGreaterThan(FEW);
  }
}
