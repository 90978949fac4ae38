package io.kucun.inventory.product;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a client's body into a stored product, with the defaults for what it leaves out. */
final class ProductFields {
  private ProductFields() {}

  /** A new product. */
  static void create(ProductBody body, Product product) {
    product.id = UUID.randomUUID();
    product.createdAt = now();
    copy(body, product);
  }

  static void copy(ProductBody body, Product product) {
    product.code = body.code();
    product.codeKey = Products.keyOf(body.code());
    product.name = body.name();
    product.nameKey = Products.keyOf(body.name());
    product.specification = body.specification();
    product.specifications = Specifications.text(body.specifications());
    product.unit = Product.Unit.valueOf(upper(body.unit(), "PIECE"));
    product.piecesPerUnit = body.piecesPerUnit() == null ? 1 : body.piecesPerUnit();
    product.weight = body.weight();
    product.status = Product.Status.valueOf(upper(body.status(), "ACTIVE"));
    product.lowStockThreshold = body.lowStockThreshold() == null ? 0 : body.lowStockThreshold();
    product.updatedAt = now();
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static String upper(@Nullable String value, String absent) {
    return value == null ? absent : value.toUpperCase(Locale.ROOT);
  }
}
