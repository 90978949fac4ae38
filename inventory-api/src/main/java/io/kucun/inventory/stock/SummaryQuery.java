package io.kucun.inventory.stock;

import io.kucun.inventory.web.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a product's summary by one statement, so that its figures agree. Lots without pieces are
 * left out: they are as many as there ever were.
 */
final class SummaryQuery {
  private static final int MOST_COLORS = 1_000;
  private static final int MOST_LOTS = 1_000;

  private static final int WHOLE = 0;
  private static final int COLOR = 1;
  private static final int LOT = 2;

  /** Of a colour and of the whole, {@code number} counts the lots; of a lot it is the version. */
  private static final String SQL =
      """
      with held as materialized (
        select id, color_code collate "C" as color_code, production_date, quantity, reserved, version
        from stock_lot where product_id = :product and quantity > 0),
      by_color as materialized (
        select color_code, cast(sum(quantity) as bigint) as quantity,
          cast(sum(reserved) as bigint) as reserved, count(*) as lots
        from held group by color_code)
      select * from (
        select 0 as part, product.id, cast(null as text) collate "C" as color_code,
          cast(null as date) as production_date, sums.*
        from product cross join (
          select cast(coalesce(sum(quantity), 0) as bigint) as quantity,
            cast(coalesce(sum(reserved), 0) as bigint) as reserved,
            cast(coalesce(sum(lots), 0) as bigint) as number, count(*) as colors
          from by_color) as sums
        where product.id = :product
        union all
        (select 1, null, color_code, null, quantity, reserved, lots, 1
          from by_color order by color_code nulls first limit :colors)
        union all
        (select 2, id, color_code, production_date, quantity, reserved, version, 1
          from held order by color_code nulls first, production_date, id limit :lots)
      ) as parts
      order by part, color_code nulls first, production_date, id
      """;

  private SummaryQuery() {}

  static Statement of(UUID productId) {
    return Statement.of(
        SQL, Map.of("product", productId, "colors", MOST_COLORS, "lots", MOST_LOTS));
  }

  /** The summary that these rows of the statement are, or none if there is no such product. */
  static Optional<StockSummary> read(UUID productId, List<Row> rows) {
    return part(rows, WHOLE).stream()
        .findFirst()
        .map(whole ->
            new StockSummary(
                productId,
                whole.getLong("quantity"),
                whole.getLong("reserved"),
                available(whole),
                whole.getLong("colors").intValue(),
                part(rows, COLOR).stream().map(SummaryQuery::color).toList(),
                whole.getLong("number").intValue(),
                part(rows, LOT).stream().map(row -> lot(productId, row)).toList()));
  }

  private static List<Row> part(List<Row> rows, int part) {
    return rows.stream().filter(row -> row.getInteger("part") == part).toList();
  }

  private static StockSummary.ByColor color(Row row) {
    return new StockSummary.ByColor(
        row.getString("color_code"),
        row.getLong("quantity"),
        row.getLong("reserved"),
        available(row));
  }

  private static LotView lot(UUID productId, Row row) {
    return new LotView(
        row.getUUID("id"),
        productId,
        row.getString("color_code"),
        row.getLocalDate("production_date"),
        row.getLong("quantity"),
        row.getLong("reserved"),
        available(row),
        row.getLong("number"));
  }

  private static long available(Row row) {
    return row.getLong("quantity") - row.getLong("reserved");
  }
}
