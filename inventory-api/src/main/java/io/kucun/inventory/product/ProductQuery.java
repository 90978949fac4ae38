package io.kucun.inventory.product;

import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import io.quarkus.panache.common.Sort;
import java.util.Map;
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
      Set.of("page", "limit", "search", "status", "archived", "sortBy", "sortOrder");

  private static final Map<String, String> SORTABLE =
      Map.of("code", "codeKey", "name", "name", "createdAt", "createdAt", "updatedAt", "updatedAt");

  static ProductQuery of(QueryParameters query) {
    return new ProductQuery(
        Page.Request.of(query),
        query.text("search").map(String::strip).filter(text -> !text.isEmpty()),
        query.choice("status", Product.Status.class),
        query.flag("archived", false),
        query.choice("sortBy", "createdAt", SORTABLE.keySet()),
        query.choice("sortOrder", "desc", Set.of("asc", "desc")));
  }

  Sort sort() {
    Sort.Direction direction =
        sortOrder.equals("asc") ? Sort.Direction.Ascending : Sort.Direction.Descending;
    return Sort.by(SORTABLE.get(sortBy), direction).and("id", direction);
  }

  /** The same text for every way to ask for the same list. */
  String canonical() {
    return String.join(
        "\n",
        "archived=" + archived,
        "limit=" + page.limit(),
        "page=" + page.page(),
        "search=" + search.orElse(""),
        "sortBy=" + sortBy,
        "sortOrder=" + sortOrder,
        "status=" + status.map(Enum::name).orElse(""));
  }
}
