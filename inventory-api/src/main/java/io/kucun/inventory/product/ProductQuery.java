package io.kucun.inventory.product;

import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of products is asked for.
 *
 * @param archived whether archived products are listed instead of the others
 */
record ProductQuery(
    Page.Request page,
    Optional<String> search,
    Optional<Product.Status> status,
    boolean archived,
    String sortBy,
    String sortOrder) {
  static final Set<String> PARAMETERS =
      Page.Request.parametersAnd("search", "status", "archived", "sortBy", "sortOrder");

  private static final Map<String, Key<Product>> SORTABLE =
      Map.of(
          "code", Key.text("codeKey", product -> product.codeKey),
          "name", Key.text("nameKey", product -> product.nameKey),
          "createdAt", Key.instant("createdAt", product -> product.createdAt),
          "updatedAt", Key.instant("updatedAt", product -> product.updatedAt));

  static ProductQuery of(QueryParameters query) {
    return new ProductQuery(
        Page.Request.of(query),
        query.text("search").map(String::strip).filter(text -> !text.isEmpty()),
        query.choice("status", Product.Status.class),
        query.flag("archived", false),
        query.choice("sortBy", "createdAt", SORTABLE.keySet()),
        query.choice("sortOrder", "desc", Set.of("asc", "desc")));
  }

  Keyset<Product> order() {
    Key<Product> key = Objects.requireNonNull(SORTABLE.get(sortBy));
    List<Key<Product>> keys = List.of(key, Key.id("id", product -> product.id));
    return sortOrder.equals("asc") ? Keyset.ascending(keys) : Keyset.descending(keys);
  }

  /** The same text for every way to ask for the same list. */
  String canonical() {
    return String.join(
        "\n",
        "archived=" + archived,
        "cursor=" + Objects.requireNonNullElse(page.cursor(), ""),
        "limit=" + page.limit(),
        "page=" + page.page(),
        "search=" + search.orElse(""),
        "sortBy=" + sortBy,
        "sortOrder=" + sortOrder,
        "status=" + status.map(Enum::name).orElse(""));
  }
}
