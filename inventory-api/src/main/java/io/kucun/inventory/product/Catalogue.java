package io.kucun.inventory.product;

import io.kucun.inventory.events.Changes;
import io.kucun.inventory.web.Caller.Actor;
import io.kucun.inventory.web.Conditional;
import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with a product. */
@ApplicationScoped
class Catalogue {
  private final Products products;
  private final ProductStock stock;
  private final ThresholdWatch thresholds;

  Catalogue(Products products, ProductStock stock, ThresholdWatch thresholds) {
    this.products = products;
    this.stock = stock;
    this.thresholds = thresholds;
  }

  Uni<ProductView> create(Changes changes, ProductBody body, Actor actor) {
    Product product = new Product();
    ProductFields.create(body, product);
    return products
        .persistAndFlush(product)
        .onFailure(ConstraintViolationException.class)
        .transform(failure -> duplicate(body.code()))
        .flatMap(saved -> stock.open(List.of(product.id)))
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
    product.archivedAt = ProductFields.now();
    product.updatedAt = product.archivedAt;
    return products.flush().invoke(flushed -> changed(changes, "archived", product, actor));
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
    changes.add(ProductEvents.of(type, view, actor));
    return view;
  }

  private static ProblemException duplicate(String code) {
    return new ProblemException(ProblemCode.DUPLICATE_CODE, ProductPhrase.CODE_TAKEN.with(code));
  }

  /** A product whose stock nobody else can move until the transaction ends. */
  private record Locked(Product product, ProductStock.Level level) {}
}
