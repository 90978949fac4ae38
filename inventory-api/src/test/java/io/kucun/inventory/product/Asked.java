package io.kucun.inventory.product;

import io.kucun.inventory.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of products that are asked for, without any filter but the search. */
final class Asked {
  static final List<String> ORDERS = List.of("code", "name", "createdAt", "updatedAt");

  private Asked() {}

  static ProductQuery of(
      @Nullable String search, Page.Request page, String sortBy, String sortOrder) {
    return new ProductQuery(
        page,
        Optional.ofNullable(search),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        false,
        sortBy,
        sortOrder);
  }

  /** Every order, both ways. */
  static List<ProductQuery> inEveryOrder(@Nullable String search, Page.Request page) {
    List<ProductQuery> queries = new ArrayList<>();
    for (String sortBy : ORDERS) {
      queries.add(of(search, page, sortBy, "asc"));
      queries.add(of(search, page, sortBy, "desc"));
    }
    return queries;
  }
}
