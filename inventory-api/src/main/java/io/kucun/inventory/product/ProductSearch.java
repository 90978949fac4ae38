package io.kucun.inventory.product;

import io.kucun.inventory.web.Listing;
import io.kucun.inventory.web.Statement;
import io.kucun.inventory.web.Where;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a search has found. If much is found, the rows are met soon in the order of the
 * list: a few pages of it are tried. Otherwise they are gathered by their grams and sorted. So a
 * page touches at most as many rows as are found, and those tried.
 *
 * <p>PostgreSQL is not left the choice: it takes every text that is not among the commonest for
 * equally frequent, and so looks along the whole order for a row that is not there.
 */
final class ProductSearch {
  /** Rows of the order that are tried for each row of the page. */
  static final int TRIED = 40;

  private ProductSearch() {}

  /**
   * The rows of a page, and one more.
   *
   * @param total how many rows are found, where they are counted
   * @param joined what is joined to the products
   */
  static Statement page(
      ProductQuery query,
      Listing<Row> listing,
      @Nullable Long total,
      String columns,
      String joined) {
    Where order = listing.behind(query.shelf());
    Where rest = listing.rest();
    Map<String, Object> values = new HashMap<>(rest.parameters());
    values.put("rows", listing.rows());
    values.put("offset", listing.offset());
    values.put("tried", tried(listing, total));
    // "offset 0" keeps the order out of the choice of the index.
    String sql =
        """
        with tried as materialized (
          select %1$s from (
            select * from product where %2$s order by %3$s limit :tried) product%4$s
          where %5$s order by %3$s limit :rows offset :offset)
        select * from (
          select * from tried where (select count(*) from tried) = :rows
          union all (
            select * from (select %1$s from product%4$s where %5$s offset 0) product
            where (select count(*) from tried) < :rows
            order by %3$s limit :rows offset :offset)) product
        order by %3$s
        """
            .formatted(columns, order.text(), listing.orderBy(), joined, rest.text());
    return Statement.of(sql, values);
  }

  /** None, if what is found is no more than would be tried. */
  private static long tried(Listing<Row> listing, @Nullable Long total) {
    long most = (long) TRIED * (listing.offset() + listing.rows());
    return total == null || total > most ? most : 0;
  }
}
