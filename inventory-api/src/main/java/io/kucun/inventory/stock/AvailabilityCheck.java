package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.web.LotWords;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Statement;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says what a confirmation of these lines would find, by the same rules as the confirmation, on a
 * snapshot without locks. An archived product has nothing to order.
 */
@ApplicationScoped
class AvailabilityCheck {
  private static final String AVAILABLE =
      """
      select id, product_id, color_code, production_date, quantity - reserved as available
      from stock_lot where product_id = any(:products) and quantity > reserved
      """;

  private final Pool pool;
  private final ProductFacts products;

  AvailabilityCheck(Pool pool, ProductFacts products) {
    this.pool = pool;
    this.products = products;
  }

  /** The session ends before the lots are read: a request never holds two connections. */
  Uni<Availability> of(AvailabilityBody body) {
    List<Demand> demands = demands(body);
    Set<UUID> ids = demands.stream().map(Demand::productId).collect(Collectors.toSet());
    return Panache.withSession(() -> products.of(ids))
        .invoke(found -> requireProducts(demands, found))
        .flatMap(found -> piles(found.values()))
        .map(piles -> answer(demands, piles));
  }

  private Uni<List<Pile>> piles(Collection<Fact> products) {
    UUID[] onSale =
        products.stream().filter(product -> !product.archived()).map(Fact::id).toArray(UUID[]::new);
    return Statement.of(AVAILABLE, Map.of("products", onSale))
        .rows(pool)
        .map(rows -> rows.stream().map(Pile::of).toList());
  }

  private static Availability answer(List<Demand> demands, List<Pile> piles) {
    List<Availability.Line> lines =
        new Allocator(piles)
            .judge(demands).stream()
                .map(verdict ->
                    new Availability.Line(
                        verdict.demand().productId(),
                        verdict.demand().quantity(),
                        verdict.available(),
                        verdict.sufficient()))
                .toList();
    return new Availability(lines.stream().allMatch(Availability.Line::sufficient), lines);
  }

  private static List<Demand> demands(AvailabilityBody body) {
    List<Demand> demands = new ArrayList<>(body.items().size());
    Refusals refusals = new Refusals();
    for (int i = 0; i < body.items().size(); i++) {
      AvailabilityBody.Item item = body.items().get(i);
      int line = i;
      refusals.attempt(() -> demands.add(demand(line, item)));
    }
    refusals.raise();
    return demands;
  }

  private static Demand demand(int line, AvailabilityBody.Item item) {
    String pointer = "/items/" + line;
    return new Demand(
        line,
        pointer,
        item.productId(),
        LotWords.blankToNull(item.colorCode()),
        LotWords.date(pointer + "/productionDate", item.productionDate()),
        item.lotId(),
        item.quantity(),
        Boolean.TRUE.equals(item.allowMixedColors()));
  }

  private static void requireProducts(List<Demand> demands, Map<UUID, Fact> found) {
    Refusals refusals = new Refusals();
    for (Demand demand : demands) {
      refusals.attempt(() -> {
        if (!found.containsKey(demand.productId())) {
          throw ProblemException.invalid(
              demand.pointer() + "/productId",
              "unknown_product",
              ProductPhrase.NO_PRODUCT.with(demand.productId()));
        }
      });
    }
    refusals.raise();
  }
}
