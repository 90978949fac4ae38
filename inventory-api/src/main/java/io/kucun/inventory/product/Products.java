package io.kucun.inventory.product;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The stored products. */
@ApplicationScoped
class Products implements PanacheRepositoryBase<Product, UUID> {

  /** One spelling for all that count as the same code. */
  static String keyOf(String code) {
    return code.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  PanacheQuery<Product> matching(ProductQuery query) {
    StringBuilder where = new StringBuilder("archivedAt is ");
    where.append(query.archived() ? "not null" : "null");
    Map<String, Object> parameters = new HashMap<>();
    query
        .status()
        .ifPresent(status -> {
          where.append(" and status = :status");
          parameters.put("status", status);
        });
    query
        .search()
        .ifPresent(search -> {
          where.append(" and (codeKey like :code escape '!' or lower(name) like :name escape '!')");
          parameters.put("code", contains(keyOf(search)));
          parameters.put("name", contains(search.toLowerCase(Locale.ROOT)));
        });
    return find(where.toString(), query.sort(), parameters);
  }

  private static String contains(String text) {
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}
