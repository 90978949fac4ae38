package io.kucun.inventory.stock;

import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.cache.Space;
import io.kucun.inventory.product.ProductPhrase;
import io.kucun.inventory.read.Bodies;
import io.kucun.inventory.read.Reads;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Reads of lots, of the ledger and of what is short. */
@ApplicationScoped
class StockReads {
  private final Pool pool;
  private final Lots lots;
  private final Reads reads;
  private final Bodies bodies;

  StockReads(Pool pool, Lots lots, Reads reads, Bodies bodies) {
    this.pool = pool;
    this.lots = lots;
    this.reads = reads;
    this.bodies = bodies;
  }

  Uni<Response> lot(UUID id) {
    return reads.fresh(() ->
        Panache.withSession(() ->
            lots.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound(StockPhrase.NO_LOT.with(id)))
                .map(lot -> bodies.of(LotView.of(lot), lot.version))));
  }

  /** A list of one product's lots is left alone by writes to other products. */
  Uni<Response> lots(LotQuery query) {
    String[] tags =
        query
            .productId()
            .map(id -> new String[] {"product:" + id, "stock:" + id})
            .orElse(new String[] {"products", "stock"});
    Listing<Row> listing = query.listing();
    return reads.cached(
        CacheKey.ofQuery(Space.INVENTORY_LIST, query.canonical(), tags),
        () -> query.select().read(pool, listing, ListedLot::of).map(bodies::of));
  }

  Uni<Response> movements(MovementQuery query) {
    Listing<Row> listing = query.listing();
    return reads.fresh(
        () -> MovementQuery.SELECT.read(pool, listing, MovementView::of).map(bodies::of));
  }

  Uni<Response> alerts(AlertQuery query) {
    Listing<Row> listing = query.listing();
    return reads.fresh(() -> query.select().read(pool, listing, ProductAlert::of).map(bodies::of));
  }

  Uni<Response> summary(UUID productId) {
    return reads.cached(
        CacheKey.of(
            Space.INVENTORY_SUMMARY, productId, "product:" + productId, "stock:" + productId),
        () ->
            SummaryQuery.of(productId)
                .rows(pool)
                .map(rows ->
                    SummaryQuery.read(productId, rows).map(bodies::of).orElseGet(Loaded::absent)),
        ProductPhrase.NO_PRODUCT.with(productId));
  }
}
