package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductWords;
import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.Quantity;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.Select;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of alerts is asked for. The least available come first.
 *
 * @param threshold pieces, instead of each product's own threshold
 * @param search a part of the product's code or name, as {@link ProductWords#of} spells it
 */
record AlertQuery(
    Page.Request page,
    Optional<ProductAlert.Level> level,
    Optional<Long> threshold,
    Optional<String> search) {
  static final Set<String> PARAMETERS =
      Page.Request.parametersAnd("level", "threshold", ProductWords.PARAMETER);

  private static final String COLUMNS = "product_id, code, name, threshold, total, reserved";
  private static final String STOCK = "product_stock stock";
  private static final String WITH_PRODUCT = STOCK + " join product on product.id = product_id";

  /** As in the indexes; the threshold of an archived product is null. */
  private static final String AVAILABLE = "(total - reserved)";

  private static final String BY_OWN = "total - reserved <= threshold";
  private static final String BY_GIVEN = "threshold is not null";

  private static final Keyset<Row> MOST_URGENT =
      Keyset.ascending(
          List.of(
              Key.number(AVAILABLE, row -> row.getLong("total") - row.getLong("reserved")),
              Key.id("product_id", row -> row.getUUID("product_id"))));

  static AlertQuery of(QueryParameters query) {
    return new AlertQuery(
        Page.Request.of(query),
        query.choice("level", ProductAlert.Level.class),
        query.number("threshold", 0, Quantity.MAX),
        ProductWords.of(query));
  }

  /** The tables and columns of the rows that {@link ProductAlert} is made of. */
  Select select() {
    return new Select(COLUMNS, WITH_PRODUCT, search.isPresent() ? WITH_PRODUCT : STOCK);
  }

  /** The page that is asked for. */
  Listing<Row> listing() {
    return Listing.of(where(), MOST_URGENT, page);
  }

  private Where where() {
    return Where.of(threshold.isPresent() ? BY_GIVEN : BY_OWN)
        .and("total - reserved <= :threshold", "threshold", threshold)
        .and(ProductWords.FOUND, ProductWords.PARAMETER, search)
        .and(AVAILABLE + " = :none", "none", level.filter(ProductAlert.Level::isOut).map(out -> 0L))
        .and(AVAILABLE + " > :some", "some", level.filter(one -> !one.isOut()).map(low -> 0L));
  }
}
