package io.kucun.inventory.product;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What other packages need to know of products; to be asked within their transaction. */
@ApplicationScoped
public class ProductFacts {
  private final Products products;

  ProductFacts(Products products) {
    this.products = products;
  }

  /**
   * One product.
   *
   * @param lowStockThreshold pieces; at or below it the product is low on stock
   */
  public record Fact(UUID id, String code, long version, boolean archived, long lowStockThreshold) {

    /**
     * What is wrong with the line of an order that names this product: it is archived.
     *
     * @param line the JSON pointer of the line
     */
    public Optional<Flaw> refusesOrder(String line) {
      return archived
          ? Optional.of(
              Flaw.at(
                  line + "/productId",
                  ProblemCode.PRODUCT_ARCHIVED.wire(),
                  ProductPhrase.NOT_ORDERED.with(code)))
          : Optional.empty();
    }
  }

  /** The facts of those of these products that exist. */
  public Uni<Map<UUID, Fact>> of(Collection<UUID> ids) {
    return products
        .find("id in ?1", ids)
        .list()
        .map(rows ->
            rows.stream()
                .map(ProductFacts::fact)
                .collect(Collectors.toMap(Fact::id, Function.identity())));
  }

  static Fact fact(Product product) {
    return new Fact(
        product.id,
        product.code,
        product.version,
        product.archivedAt != null,
        product.lowStockThreshold);
  }
}
