package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Where;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads of lots and of the ledger. */
@ApplicationScoped
class StockReads {
  private final Lots lots;
  private final Movements movements;
  private final ProductFacts products;

  StockReads(Lots lots, Movements movements, ProductFacts products) {
    this.lots = lots;
    this.movements = movements;
    this.products = products;
  }

  Uni<LotView> lot(UUID id) {
    return Panache.withSession(() ->
        lots.findById(id)
            .onItem()
            .ifNull()
            .failWith(() -> ProblemException.notFound(StockPhrase.NO_LOT.with(id)))
            .map(LotView::of));
  }

  Uni<Page<LotView>> lots(Page.Request page, Optional<UUID> product, Optional<String> color) {
    Where where =
        Where.all()
            .and("productId = :product", "product", product)
            .and("colorCode = :color", "color", color);
    return Panache.withSession(() ->
        page(
            lots.find(where.orderedBy("productId, productionDate, id"), where.parameters()),
            page,
            LotView::of));
  }

  Uni<Page<MovementView>> movements(Page.Request page, Optional<UUID> product, Optional<UUID> lot) {
    Where where =
        Where.all().and("productId = :product", "product", product).and("lotId = :lot", "lot", lot);
    return Panache.withSession(() ->
        page(
            movements.find(where.orderedBy("seq desc"), where.parameters()),
            page,
            MovementView::of));
  }

  Uni<StockSummary> summary(UUID productId) {
    return Panache.withSession(() ->
        products
            .of(List.of(productId))
            .invoke(found -> {
              if (found.isEmpty()) {
                throw ProblemException.notFound(ProductPhrase.NO_PRODUCT.with(productId));
              }
            })
            .flatMap(found ->
                lots.list("productId = ?1 order by colorCode, productionDate, id", productId))
            .map(rows -> StockSummary.of(productId, rows)));
  }

  static <E, V> Uni<Page<V>> page(PanacheQuery<E> query, Page.Request page, Function<E, V> view) {
    return query
        .count()
        .flatMap(total ->
            query
                .page(page.index(), page.limit())
                .list()
                .map(rows -> Page.of(rows.stream().map(view).toList(), page, total)));
  }
}
