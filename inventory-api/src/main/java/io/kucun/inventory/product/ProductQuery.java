package io.kucun.inventory.product;

import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of products is asked for.
 *
 * @param search a part of the code or the name, as {@link ProductWords#of} spells it
 * @param archived whether archived products are listed instead of the others
 * @param lowStock whether what is available is at or below the threshold
 * @param updatedSince inclusive
 * @param withStock whether each row tells its stock
 */
record ProductQuery(
    Page.Request page,
    Optional<String> search,
    Optional<Product.Status> status,
    Optional<Product.Unit> unit,
    boolean archived,
    Optional<Boolean> lowStock,
    Optional<Instant> updatedSince,
    boolean withStock,
    String sortBy,
    String sortOrder) {
  static final String INCLUDE = "include";
  static final Set<String> PARAMETERS =
      Page.Request.parametersAnd(
          "search",
          "status",
          "unit",
          "archived",
          "lowStock",
          "updatedSince",
          INCLUDE,
          "sortBy",
          "sortOrder");

  private static final Map<String, Key<Row>> SORTABLE =
      Map.of(
          "code", Key.text("code_key collate \"C\"", row -> row.getString("code_key")),
          "name", Key.text("name_key collate \"C\"", row -> row.getString("name_key")),
          "createdAt", Key.instant("created_at", row -> ProductView.instant(row, "created_at")),
          "updatedAt", Key.instant("updated_at", row -> ProductView.instant(row, "updated_at")));

  static ProductQuery of(QueryParameters query) {
    return new ProductQuery(
        Page.Request.of(query),
        ProductWords.of(query),
        query.choice("status", Product.Status.class),
        query.choice("unit", Product.Unit.class),
        query.flag("archived", false),
        query.flag("lowStock"),
        query.instant("updatedSince"),
        includesStock(query),
        query.choice("sortBy", "createdAt", SORTABLE.keySet()),
        query.choice("sortOrder", "desc", Set.of("asc", "desc")));
  }

  /** Reads {@code include}. */
  static boolean includesStock(QueryParameters query) {
    return query.text(INCLUDE).isPresent()
        && query.choice(INCLUDE, "", Set.of("inventory")).equals("inventory");
  }

  /** Another page of the same list. */
  ProductQuery at(Page.Request other) {
    return new ProductQuery(
        other,
        search,
        status,
        unit,
        archived,
        lowStock,
        updatedSince,
        withStock,
        sortBy,
        sortOrder);
  }

  /** Whether the rows have stock figures, to be shown or to be chosen by. */
  boolean needsStock() {
    return withStock || lowStock.isPresent();
  }

  /** What every order of the list has an index on. */
  Where shelf() {
    return Where.of(archived ? "archived" : "not archived");
  }

  Listing<Row> listing() {
    Where where =
        shelf()
            .and("status = :status", "status", status.map(Enum::name))
            .and("unit = :unit", "unit", unit.map(Enum::name))
            .and("updated_at >= :since", "since", updatedSince)
            .and("(total - reserved <= low_stock_threshold) = :low", "low", lowStock)
            .and(ProductWords.FOUND, ProductWords.PARAMETER, search);
    return Listing.of(where, order(), page);
  }

  private Keyset<Row> order() {
    Key<Row> key = Objects.requireNonNull(SORTABLE.get(sortBy));
    List<Key<Row>> keys = List.of(key, Key.id("id", row -> row.getUUID("id")));
    return sortOrder.equals("asc") ? Keyset.ascending(keys) : Keyset.descending(keys);
  }

  /** The same text for every way to ask for the same list. */
  String canonical() {
    return String.join(
        "\n",
        "archived=" + archived,
        "cursor=" + Objects.requireNonNullElse(page.cursor(), ""),
        "include=" + withStock,
        "limit=" + page.limit(),
        "lowStock=" + shown(lowStock),
        "page=" + page.page(),
        "search=" + search.orElse(""),
        "sortBy=" + sortBy,
        "sortOrder=" + sortOrder,
        "status=" + shown(status),
        "unit=" + shown(unit),
        "updatedSince=" + shown(updatedSince));
  }

  private static String shown(Optional<?> value) {
    return value.map(given -> given.toString().toLowerCase(Locale.ROOT)).orElse("");
  }
}
