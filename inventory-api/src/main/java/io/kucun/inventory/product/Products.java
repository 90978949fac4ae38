package io.kucun.inventory.product;

import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Where;
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

  Listing<Product> matching(ProductQuery query) {
    Where where =
        Where.of(query.archived() ? "archivedAt is not null" : "archivedAt is null")
            .and("status = :status", "status", query.status())
            .and(
                "codeKey like :text escape '!' or nameKey like :text escape '!'",
                "text",
                query.search().map(text -> contains(keyOf(text))));
    return Listing.of(where, query.order(), query.page());
  }

  private static String contains(String text) {
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}
