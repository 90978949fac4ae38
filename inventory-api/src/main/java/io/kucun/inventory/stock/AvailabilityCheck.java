package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.product.ProductFacts.Fact;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.web.LotWords;
import io.kucun.inventory.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Says what a confirmation of these lines would find, by the same rules as the confirmation, on a
 * snapshot without locks. An archived product has nothing to order.
 */
@ApplicationScoped
class AvailabilityCheck {
  private final Lots lots;
  private final ProductFacts products;

  AvailabilityCheck(Lots lots, ProductFacts products) {
    this.lots = lots;
    this.products = products;
  }

  Uni<Availability> of(AvailabilityBody body) {
    List<Demand> demands = demands(body);
    Set<UUID> ids = demands.stream().map(Demand::productId).collect(Collectors.toSet());
    return Panache.withSession(() ->
        products
            .of(ids)
            .invoke(found -> requireProducts(demands, found))
            .flatMap(found ->
                lots.list("productId in ?1 and quantity > reserved", ids)
                    .map(rows -> answer(demands, onSale(rows, found)))));
  }

  private static Availability answer(List<Demand> demands, List<Lot> lots) {
    List<Availability.Line> lines =
        new Allocator(lots.stream().map(Pile::of).toList())
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

  private static List<Lot> onSale(List<Lot> lots, Map<UUID, Fact> products) {
    return lots.stream()
        .filter(lot -> !Objects.requireNonNull(products.get(lot.productId)).archived())
        .toList();
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
