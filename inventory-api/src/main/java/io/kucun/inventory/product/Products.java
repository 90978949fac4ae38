package io.kucun.inventory.product;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
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
    Parameters parameters = new Parameters();
    query
        .status()
        .ifPresent(status -> {
          where.append(" and status = :status");
          parameters.and("status", status);
        });
    query
        .search()
        .ifPresent(search -> {
          where.append(" and (codeKey like :code escape '!' or lower(name) like :name escape '!')");
          parameters.and("code", contains(keyOf(search)));
          parameters.and("name", contains(search.toLowerCase(Locale.ROOT)));
        });
    return find(where.toString(), query.sort(), parameters);
  }

  private static String contains(String text) {
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}
