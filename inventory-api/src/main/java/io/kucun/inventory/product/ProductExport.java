package io.kucun.inventory.product;

import io.kucun.inventory.csv.Batches;
import io.kucun.inventory.csv.Exports;
import io.kucun.inventory.csv.Pages;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The products of a list as the rows of a file. */
@ApplicationScoped
class ProductExport {
  static final Set<String> PARAMETERS =
      Exports.parameters(ProductQuery.PARAMETERS, ProductQuery.INCLUDE);

  /** One may have 16 KiB of specifications. */
  private static final int ROWS = 500;

  private final Pool pool;

  ProductExport(Pool pool) {
    this.pool = pool;
  }

  Batches of(ProductQuery query) {
    return new Pages<>(ROWS, page -> read(query.at(page)), ProductColumns::line);
  }

  private Uni<Page<ProductView>> read(ProductQuery query) {
    Listing<Row> listing = query.listing();
    return ProductSelect.page(query, listing, null)
        .rows(pool)
        .map(rows -> listing.page(rows, null, row -> ProductView.of(row, false)));
  }
}
