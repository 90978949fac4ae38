package io.kucun.inventory.web;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a list is read from, in the words of PostgreSQL.
 *
 * @param columns what is read of each row
 * @param source the tables
 * @param counted those of the tables that choose the rows; the others only add columns
 */
public record Select(String columns, String source, String counted) {
  /** All tables choose. */
  public Select(String columns, String source) {
    this(columns, source, source);
  }

  /** The rows of a condition, which an order may follow. */
  public Statement where(String condition, Map<String, Object> values) {
    return Statement.of("select %s from %s where %s".formatted(columns, source, condition), values);
  }

  /** The rows of a page, and one more. */
  public Statement page(Listing<Row> listing) {
    Map<String, Object> values = new HashMap<>(listing.rest().parameters());
    values.put("rows", listing.rows());
    values.put("offset", listing.offset());
    String order = listing.rest().orderedBy(listing.orderBy());
    return where(order + " limit :rows offset :offset", values);
  }

  /** How many rows the list has. */
  public Statement count(Listing<Row> listing) {
    return Statement.of(
        "select count(*) from %s where %s".formatted(counted, listing.all().text()),
        listing.all().parameters());
  }

  /** Reads the page. */
  public <V> Uni<Page<V>> read(Pool pool, Listing<Row> listing, Function<Row, V> view) {
    return page(listing)
        .rows(pool)
        .flatMap(rows ->
            listing.isCounted()
                ? count(listing)
                    .rows(pool)
                    .map(count -> listing.page(rows, count.getFirst().getLong(0), view))
                : Uni.createFrom().item(() -> listing.page(rows, null, view)));
  }
}
