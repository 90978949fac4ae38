package io.kucun.inventory.product;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/** The stored products. */
@ApplicationScoped
class Products implements PanacheRepositoryBase<Product, UUID> {

  /** One spelling for all that count as the same text: case and Unicode form make no difference. */
  static String keyOf(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
