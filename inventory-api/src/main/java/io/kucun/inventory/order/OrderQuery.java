package io.kucun.inventory.order;

import io.kucun.inventory.web.Key;
import io.kucun.inventory.web.Keyset;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.QueryParameters;
import io.kucun.inventory.web.Where;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a list of orders is asked for.
 *
 * @param search how the order's number or the customer's name begins; case makes no difference
 * @param from the first moment of creation
 * @param to the moment of creation before which the list ends
 */
record OrderQuery(
    Page.Request page,
    Optional<OrderStatus> status,
    Optional<String> search,
    Optional<Instant> from,
    Optional<Instant> to,
    String sortBy,
    String sortOrder) {
  static final Set<String> PARAMETERS =
      Page.Request.parametersAnd("status", "search", "from", "to", "sortBy", "sortOrder");

  private static final Map<String, Key<SalesOrder>> SORTABLE =
      Map.of(
          "createdAt", Key.instant("createdAt", order -> order.createdAt),
          "updatedAt", Key.instant("updatedAt", order -> order.updatedAt),
          "totalAmount", new Key<>("totalAmount", order -> order.totalAmount, Money::storedTotal),
          "orderNumber", Key.text("orderNumber", order -> order.orderNumber));

  static OrderQuery of(QueryParameters query) {
    return new OrderQuery(
        Page.Request.of(query),
        query.choice("status", OrderStatus.class),
        query.text("search").map(String::strip).filter(text -> !text.isEmpty()),
        query.instant("from"),
        query.instant("to"),
        query.choice("sortBy", "createdAt", SORTABLE.keySet()),
        query.choice("sortOrder", "desc", Set.of("asc", "desc")));
  }

  /** The page that is asked for, of those orders that the reader may see. */
  Listing<SalesOrder> listing(Visibility visibility) {
    return Listing.of(where(visibility), order(), page);
  }

  private Where where(Visibility visibility) {
    return Where.all()
        .and("owner = :owner", "owner", visibility.onlyOwner())
        .and("status = :status", "status", status)
        .and("createdAt >= :from", "from", from)
        .and("createdAt < :to", "to", to)
        .and(
            "orderNumber like upper(:start) escape '!'"
                + " or lower(customerName) like lower(:start) escape '!'",
            "start",
            search.map(text -> text.replaceAll("([!%_])", "!$1") + "%"));
  }

  private Keyset<SalesOrder> order() {
    Key<SalesOrder> key = Objects.requireNonNull(SORTABLE.get(sortBy));
    Key<SalesOrder> id = Key.id("id", order -> order.id);
    return sortOrder.equals("asc")
        ? Keyset.ascending(List.of(key, id))
        : Keyset.descending(List.of(key, id));
  }
}
