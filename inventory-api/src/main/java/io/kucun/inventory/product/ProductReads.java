package io.kucun.inventory.product;

import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.Loaded;
import io.kucun.inventory.cache.Space;
import io.kucun.inventory.read.Bodies;
import io.kucun.inventory.read.Reads;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads products, through the cache. */
@ApplicationScoped
class ProductReads {
  private final Pool pool;
  private final Reads reads;
  private final Bodies bodies;

  ProductReads(Pool pool, Reads reads, Bodies bodies) {
    this.pool = pool;
    this.reads = reads;
    this.bodies = bodies;
  }

  Uni<Response> list(ProductQuery query) {
    Listing<Row> listing = query.listing();
    String[] tags =
        query.needsStock() ? new String[] {"products", "stock"} : new String[] {"products"};
    return reads.cached(
        CacheKey.ofQuery(Space.PRODUCTS_LIST, query.canonical(), tags),
        () -> page(query, listing).map(bodies::of));
  }

  Uni<Response> get(UUID id, boolean withStock) {
    CacheKey key =
        withStock
            ? CacheKey.of(Space.PRODUCTS_DETAIL, id + ":inventory", "product:" + id, "stock:" + id)
            : CacheKey.of(Space.PRODUCTS_DETAIL, id, "product:" + id);
    return reads.cached(
        key,
        () ->
            rows(ProductSelect.one(id, withStock))
                .map(rows ->
                    rows.isEmpty()
                        ? Loaded.absent()
                        : loaded(ProductView.of(rows.getFirst(), withStock))),
        ProductPhrase.NO_PRODUCT.with(id));
  }

  private Uni<Page<ProductView>> page(ProductQuery query, Listing<Row> listing) {
    return total(query, listing)
        .flatMap(total ->
            rows(ProductSelect.page(query, listing, total.orElse(null)))
                .map(read ->
                    listing.page(
                        read, total.orElse(null), row -> ProductView.of(row, query.withStock()))));
  }

  private Uni<Optional<Long>> total(ProductQuery query, Listing<Row> listing) {
    return listing.isCounted()
        ? rows(ProductSelect.count(query, listing))
            .map(count -> Optional.of(count.getFirst().getLong(0)))
        : Uni.createFrom().item(Optional.empty());
  }

  private Uni<List<Row>> rows(Statement statement) {
    return pool.withConnection(
            connection -> connection.preparedQuery(statement.sql()).execute(statement.values()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
  }

  /** A version says nothing of stock: with it, the tag is a hash of the bytes. */
  private Loaded loaded(ProductView product) {
    return product.inventory() == null ? bodies.of(product, product.version()) : bodies.of(product);
  }
}
