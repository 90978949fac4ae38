package io.kucun.inventory.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.CachedBody;
import io.kucun.inventory.cache.CachedBody.Loaded;
import io.kucun.inventory.cache.ReadCache;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads products, through the cache. */
@ApplicationScoped
class ProductReads {
  private static final Duration TTL = Duration.ofSeconds(60);

  private final Pool pool;
  private final ReadCache cache;
  private final ObjectMapper json;

  ProductReads(Pool pool, ReadCache cache, ObjectMapper json) {
    this.pool = pool;
    this.cache = cache;
    this.json = json;
  }

  Uni<CachedBody> list(ProductQuery query) {
    Listing<Row> listing = query.listing();
    String[] tags =
        query.needsStock() ? new String[] {"products", "stock"} : new String[] {"products"};
    return cache.get(
        CacheKey.ofQuery("products:list", query.canonical(), TTL, tags),
        () -> page(query, listing).map(page -> new Loaded(bytes(page), null)));
  }

  Uni<CachedBody> get(UUID id, boolean withStock) {
    CacheKey key =
        withStock
            ? CacheKey.of("products:detail", id + ":inventory", TTL, "product:" + id, "stock:" + id)
            : CacheKey.of("products:detail", id, TTL, "product:" + id);
    return cache.get(
        key,
        () ->
            rows(ProductSelect.one(id, withStock))
                .map(rows -> {
                  if (rows.isEmpty()) {
                    throw ProblemException.notFound(ProductPhrase.NO_PRODUCT.with(id));
                  }
                  return loaded(ProductView.of(rows.getFirst(), withStock));
                }));
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
    return new Loaded(bytes(product), product.inventory() == null ? product.version() : null);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
