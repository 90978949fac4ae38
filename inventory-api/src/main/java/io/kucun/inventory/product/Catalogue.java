package io.kucun.inventory.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kucun.inventory.cache.CacheKey;
import io.kucun.inventory.cache.CachedBody;
import io.kucun.inventory.cache.CachedBody.Loaded;
import io.kucun.inventory.cache.ReadCache;
import io.kucun.inventory.events.Changes;
import io.kucun.inventory.events.Channel;
import io.kucun.inventory.events.Event;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with products. */
@ApplicationScoped
class Catalogue {
  private static final Duration TTL = Duration.ofSeconds(60);

  private final Products products;
  private final ProductStock stock;
  private final ThresholdWatch thresholds;
  private final ReadCache cache;
  private final ObjectMapper json;

  Catalogue(
      Products products,
      ProductStock stock,
      ThresholdWatch thresholds,
      ReadCache cache,
      ObjectMapper json) {
    this.products = products;
    this.stock = stock;
    this.thresholds = thresholds;
    this.cache = cache;
    this.json = json;
  }

  Uni<CachedBody> list(ProductQuery query) {
    Listing<Product> listing = products.matching(query);
    return cache.get(
        CacheKey.ofQuery("products:list", query.canonical(), TTL, "products"), () -> load(listing));
  }

  Uni<CachedBody> get(UUID id) {
    return cache.get(
        CacheKey.of("products:detail", id, TTL, "product:" + id),
        () -> Panache.withSession(() -> found(id)).map(this::loaded));
  }

  Uni<ProductView> create(Changes changes, ProductBody body, Actor actor) {
    Product product = new Product();
    product.id = UUID.randomUUID();
    product.createdAt = now();
    ProductFields.copy(body, product);
    return products
        .persistAndFlush(product)
        .onFailure(ConstraintViolationException.class)
        .transform(failure -> duplicate(body.code()))
        .flatMap(saved -> stock.open(product.id))
        .map(opened -> changed(changes, "created", product, actor));
  }

  Uni<ProductView> replace(
      Changes changes, UUID id, ProductBody body, String ifMatch, Actor actor) {
    return locked(id)
        .invoke(locked -> Conditional.requireMatch(ifMatch, locked.product().version))
        .flatMap(locked -> replace(changes, locked, body, actor));
  }

  private Uni<ProductView> replace(Changes changes, Locked locked, ProductBody body, Actor actor) {
    Product product = locked.product();
    long threshold = product.lowStockThreshold;
    ProductFields.copy(body, product);
    return products
        .flush()
        .onFailure(ConstraintViolationException.class)
        .transform(failure -> duplicate(body.code()))
        .map(flushed -> changed(changes, "updated", product, actor))
        .invoke(view ->
            thresholds.replaced(
                changes,
                ProductFacts.fact(product),
                threshold,
                locked.level().available(),
                actor,
                product.updatedAt));
  }

  /** Hides a product; doing so again changes nothing. */
  Uni<Void> archive(Changes changes, UUID id, @Nullable String ifMatch, Actor actor) {
    return locked(id)
        .flatMap(locked ->
            archive(locked.product(), locked.level().reserved(), ifMatch, changes, actor));
  }

  private Uni<Void> archive(
      Product product, long reserved, @Nullable String ifMatch, Changes changes, Actor actor) {
    Conditional.requireMatch(ifMatch, product.version);
    if (product.archivedAt != null) {
      return Uni.createFrom().voidItem();
    }
    if (reserved > 0) {
      throw new ProblemException(
          ProblemCode.HAS_RESERVATIONS, ProductPhrase.RESERVED.with(reserved, product.code));
    }
    product.archivedAt = now();
    product.updatedAt = product.archivedAt;
    return products.flush().invoke(flushed -> changed(changes, "archived", product, actor));
  }

  private Uni<Loaded> load(Listing<Product> listing) {
    return Panache.withSession(() -> listing.read(products, ProductView::of))
        .map(page -> new Loaded(bytes(page), null));
  }

  private Loaded loaded(Product product) {
    return new Loaded(bytes(ProductView.of(product)), product.version);
  }

  private Uni<Product> found(UUID id) {
    return products
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound(ProductPhrase.NO_PRODUCT.with(id)));
  }

  /** Takes the locks in the order of every writer of stock: the totals first. */
  private Uni<Locked> locked(UUID id) {
    return stock
        .lock(id)
        .onItem()
        .ifNull()
        .failWith(() -> ProblemException.notFound(ProductPhrase.NO_PRODUCT.with(id)))
        .flatMap(level -> found(id).map(product -> new Locked(product, level)));
  }

  private ProductView changed(Changes changes, String type, Product product, Actor actor) {
    ProductView view = ProductView.of(product);
    ProductEvent event =
        new ProductEvent(
            type, view.id(), view.code(), view.version(), actor.name(), view.updatedAt(), view);
    String key = view.id().toString();
    changes.add(
        new Event(Channel.PRODUCTS, key, null, Set.of("products", "product:" + key), event));
    return view;
  }

  private static ProblemException duplicate(String code) {
    return new ProblemException(ProblemCode.DUPLICATE_CODE, ProductPhrase.CODE_TAKEN.with(code));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A product whose stock nobody else can move until the transaction ends. */
  private record Locked(Product product, ProductStock.Level level) {}
}
