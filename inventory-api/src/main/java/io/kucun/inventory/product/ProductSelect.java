package io.kucun.inventory.product;

import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Statement;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The statements that read products, with their stock where it is asked for. */
final class ProductSelect {
  private static final String COLUMNS =
      "id, code, code_key, name, name_key, specification, specifications, unit, pieces_per_unit,"
          + " weight, status, low_stock_threshold, version, created_at, updated_at, archived_at";

  private ProductSelect() {}

  static Statement one(UUID id, boolean withStock) {
    return Statement.of(select(withStock, "id = :id"), Map.of("id", id));
  }

  /** The rows of a page, and one more. */
  static Statement page(Listing<Row> listing, boolean withStock) {
    Where rest = listing.rest();
    Map<String, Object> values = new HashMap<>(rest.parameters());
    values.put("rows", listing.rows());
    values.put("offset", listing.offset());
    String order = rest.orderedBy(listing.orderBy()) + " limit :rows offset :offset";
    return Statement.of(select(withStock, order), values);
  }

  static Statement count(Listing<Row> listing, boolean withStock) {
    return Statement.of(
        "select count(*) from " + source(withStock) + " where " + listing.all().text(),
        listing.all().parameters());
  }

  private static String select(boolean withStock, String condition) {
    String columns = withStock ? COLUMNS + ", total, reserved" : COLUMNS;
    return "select %s from %s where %s".formatted(columns, source(withStock), condition);
  }

  private static String source(boolean withStock) {
    return withStock ? "product join product_stock on product_id = id" : "product";
  }
}
