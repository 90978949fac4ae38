package io.kucun.inventory.stock;

import io.kucun.inventory.product.ProductFacts;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reads of lots, of the ledger and of what is short. */
@ApplicationScoped
class StockReads {
  private final Pool pool;
  private final Lots lots;
  private final ProductFacts products;

  StockReads(Pool pool, Lots lots, ProductFacts products) {
    this.pool = pool;
    this.lots = lots;
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

  Uni<Page<ListedLot>> lots(LotQuery query) {
    return query.select().read(pool, query.listing(), ListedLot::of);
  }

  Uni<Page<MovementView>> movements(MovementQuery query) {
    return MovementQuery.SELECT.read(pool, query.listing(), MovementView::of);
  }

  Uni<Page<ProductAlert>> alerts(AlertQuery query) {
    return query.select().read(pool, query.listing(), ProductAlert::of);
  }

  /** Lots without pieces are left out: they are as many as there ever were. */
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
                lots.list(
                    "productId = ?1 and quantity > 0"
                        + " order by colorCode nulls first, productionDate, id",
                    productId))
            .map(rows -> StockSummary.of(productId, rows)));
  }
}
