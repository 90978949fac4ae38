package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductWords;
import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.LotWords;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.Select;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of lots is asked for.
 *
 * @param colorCode exactly this one, as writes spell it
 * @param lowStock whether what is available of the lot's product is at or below its threshold
 * @param search a part of the product's code or name, as {@link ProductWords#of} spells it
 */
record LotQuery(
    Page.Request page,
    Optional<UUID> productId,
    Optional<String> colorCode,
    Optional<Boolean> lowStock,
    Optional<String> search,
    String sortBy,
    String sortOrder) {
  static final Set<String> PARAMETERS =
      Page.Request.parametersAnd(
          "productId", "colorCode", "lowStock", ProductWords.PARAMETER, "sortBy", "sortOrder");

  private static final String COLUMNS =
      "lot.id, lot.product_id, code, code_key, name, color_code, production_date, quantity,"
          + " lot.reserved, lot.version";
  private static final String WITH_PRODUCT =
      "stock_lot lot join product on product.id = lot.product_id";
  private static final String WITH_STOCK =
      WITH_PRODUCT + " join product_stock stock on stock.product_id = lot.product_id";

  /** Behind every day that there is. */
  private static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

  private static final Key<Row> CODE =
      Key.text("code_key collate \"C\"", row -> row.getString("code_key"));
  private static final Key<Row> COLOR =
      Key.text(
          "coalesce(color_code, '') collate \"C\"",
          row -> Objects.requireNonNullElse(row.getString("color_code"), ""));
  private static final Key<Row> DATE =
      Key.date(
          "coalesce(production_date, date '9999-12-31')",
          row -> Objects.requireNonNullElse(row.getLocalDate("production_date"), NO_DATE));
  private static final Key<Row> ID = Key.id("lot.id", row -> row.getUUID("id"));

  private static final Map<String, List<Key<Row>>> SORTABLE =
      Map.of(
          "productCode", List.of(CODE, COLOR, DATE, ID),
          "productionDate", List.of(DATE, ID),
          "quantity", List.of(Key.number("quantity", row -> row.getLong("quantity")), ID),
          "availableQuantity",
              List.of(
                  Key.number(
                      "(quantity - lot.reserved)",
                      row -> row.getLong("quantity") - row.getLong("reserved")),
                  ID));

  static LotQuery of(QueryParameters query) {
    return new LotQuery(
        Page.Request.of(query),
        query.uuid("productId"),
        query.text("colorCode").map(LotWords::blankToNull),
        query.flag("lowStock"),
        ProductWords.of(query),
        query.choice("sortBy", "productCode", SORTABLE.keySet()),
        query.choice("sortOrder", "asc", Set.of("asc", "desc")));
  }

  /** The tables and columns of the rows that {@link ListedLot} is made of. */
  Select select() {
    if (lowStock.isPresent()) {
      return new Select(COLUMNS, WITH_STOCK);
    }
    return new Select(COLUMNS, WITH_PRODUCT, search.isPresent() ? WITH_PRODUCT : "stock_lot lot");
  }

  /** The rows that are asked for, on whatever page. */
  Where where() {
    return Where.all()
        .and("lot.product_id = :product", "product", productId)
        .and("color_code = :color", "color", colorCode)
        .and("(total - stock.reserved <= low_stock_threshold) = :low", "low", lowStock)
        .and(ProductWords.FOUND, ProductWords.PARAMETER, search);
  }

  /** Their order. */
  Keyset<Row> order() {
    List<Key<Row>> keys = Objects.requireNonNull(SORTABLE.get(sortBy));
    Keyset<Row> order = Keyset.of(sortOrder.equals("asc"), keys);
    return keys.contains(CODE) ? order.acrossTables() : order;
  }

  /** The page that is asked for. */
  Listing<Row> listing() {
    return Listing.of(where(), order(), page);
  }

  /** The same text for every way to ask for the same list. */
  String canonical() {
    return String.join(
        "\n",
        "colorCode=" + colorCode.orElse(""),
        "cursor=" + Objects.requireNonNullElse(page.cursor(), ""),
        "limit=" + page.limit(),
        "lowStock=" + shown(lowStock),
        "page=" + page.page(),
        "productId=" + shown(productId),
        "search=" + search.orElse(""),
        "sortBy=" + sortBy,
        "sortOrder=" + sortOrder);
  }

  private static String shown(Optional<?> value) {
    return value.map(given -> given.toString().toLowerCase(Locale.ROOT)).orElse("");
  }
}
