package io.kucun.inventory.stock;

import io.kucun.inventory.csv.Batches;
import io.kucun.inventory.csv.Exports;
import io.kucun.inventory.csv.Pages;
import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Page;
import io.kucun.inventory.web.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The lots or the ledger rows of a list as the rows of a file. */
@ApplicationScoped
class StockExport {
  static final Set<String> OF_LOTS = Exports.parameters(LotQuery.PARAMETERS);
  static final Set<String> OF_MOVEMENTS = Exports.parameters(MovementQuery.PARAMETERS);

  private static final int ROWS = 2_000;

  private final Pool pool;

  StockExport(Pool pool) {
    this.pool = pool;
  }

  Batches of(LotQuery query) {
    return new Pages<>(ROWS, page -> lots(query, page), StockColumns::line);
  }

  Batches of(MovementQuery query) {
    return new Pages<>(ROWS, page -> movements(query, page), MovementLine::line);
  }

  private Uni<Page<ListedLot>> lots(LotQuery query, Page.Request page) {
    Listing<Row> listing = Listing.of(query.where(), query.order(), page);
    return query
        .select()
        .page(listing)
        .rows(pool)
        .map(rows -> listing.page(rows, null, ListedLot::of));
  }

  private Uni<Page<MovementLine>> movements(MovementQuery query, Page.Request page) {
    Listing<Row> listing = Listing.of(query.where(), query.order(), page);
    Statement bare = MovementQuery.SELECT.page(listing);
    return new Statement(withWords(bare.sql(), listing.orderBy()), bare.values())
        .rows(pool)
        .map(rows -> listing.page(rows, null, MovementLine::of));
  }

  /** The page is chosen before anything is joined to it. */
  private static String withWords(String page, String order) {
    return """
    select moved.*, code, name, color_code, production_date from (%s) moved
    join product on product.id = moved.product_id
    join stock_lot lot on lot.id = moved.lot_id order by %s
    """
        .formatted(page, order);
  }
}
