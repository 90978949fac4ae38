package io.kucun.inventory.product;

import io.kucun.inventory.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of products that are asked for, by search, order and filters. */
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

  /** The first page of active products that are counted in sheets. */
  static ProductQuery filtered(
      String search, Optional<Boolean> lowStock, Optional<Instant> since, boolean withStock) {
    return new ProductQuery(
        new Page.Request(1, 20, null),
        Optional.of(search),
        Optional.of(Product.Status.ACTIVE),
        Optional.of(Product.Unit.SHEET),
        false,
        lowStock,
        since,
        withStock,
        "code",
        "asc");
  }
}
