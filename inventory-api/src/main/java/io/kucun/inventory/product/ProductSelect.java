package io.kucun.inventory.product;

import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Statement;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that read products, with their stock where it is asked for. */
final class ProductSelect {
  private static final String COLUMNS =
      "id, code, code_key, name, name_key, specification, specifications, unit, pieces_per_unit,"
          + " weight, status, low_stock_threshold, version, created_at, updated_at, archived_at";

  private ProductSelect() {}

  static Statement one(UUID id, boolean withStock) {
    return Statement.of(
        "select %s from %s where id = :id".formatted(columns(withStock), source(withStock)),
        Map.of("id", id));
  }

  /**
   * The rows of a page, and one more.
   *
   * @param total how many rows the list has, where they are counted
   */
  static Statement page(ProductQuery query, Listing<Row> listing, @Nullable Long total) {
    boolean withStock = query.needsStock();
    if (query.search().isPresent()) {
      return ProductSearch.page(
          query,
          listing,
          total,
          columns(withStock),
          source(withStock).substring("product".length()));
    }
    Where rest = listing.rest();
    Map<String, Object> values = new HashMap<>(rest.parameters());
    values.put("rows", listing.rows());
    values.put("offset", listing.offset());
    return Statement.of(
        "select %s from %s where %s limit :rows offset :offset"
            .formatted(columns(withStock), source(withStock), rest.orderedBy(listing.orderBy())),
        values);
  }

  /** Stock is looked at only where rows are chosen by it. */
  static Statement count(ProductQuery query, Listing<Row> listing) {
    return Statement.of(
        "select count(*) from %s where %s"
            .formatted(source(query.lowStock().isPresent()), listing.all().text()),
        listing.all().parameters());
  }

  private static String columns(boolean withStock) {
    return withStock ? COLUMNS + ", total, reserved" : COLUMNS;
  }

  private static String source(boolean withStock) {
    return withStock ? "product join product_stock on product_id = id" : "product";
  }
}
