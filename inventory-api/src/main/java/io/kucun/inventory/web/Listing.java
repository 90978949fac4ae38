package io.kucun.inventory.web;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is read for one page of a list: the rows that match, in their order, from where the page
 * begins, one more than the page has, so that the next page is known to be there.
 *
 * <pre>{@code
 * Listing<SalesOrder> listing = Listing.of(where, NEWEST, Page.Request.of(query));
 * return Panache.withSession(() -> listing.read(orders, OrderView::of));
 * }</pre>
 *
 * @param <R> the type of a row
 */
public final class Listing<R> {
  private final Where all;
  private final Map<String, Object> place;
  private final Keyset<R> order;
  private final Page.Request request;
  private final String fingerprint;

  private Listing(
      Where all,
      Map<String, Object> place,
      Keyset<R> order,
      Page.Request request,
      String fingerprint) {
    this.all = all;
    this.place = place;
    this.order = order;
    this.request = request;
    this.fingerprint = fingerprint;
  }

  /**
   * The page of these rows, in this order, that is asked for.
   *
   * @throws ProblemException 400 if the cursor is none, or belongs to other rows or another order
   */
  public static <R> Listing<R> of(Where all, Keyset<R> order, Page.Request request) {
    String fingerprint =
        Cursor.fingerprint(all.orderedBy(order.orderBy()) + new TreeMap<>(all.parameters()));
    Map<String, Object> place =
        request.cursor() == null ? Map.of() : place(order, request.cursor(), fingerprint);
    return new Listing<>(all, place, order, request, fingerprint);
  }

  private static Map<String, Object> place(Keyset<?> order, String cursor, String fingerprint) {
    try {
      Cursor read = Cursor.decode(cursor);
      if (read.fingerprint().equals(fingerprint)) {
        return order.values(read.place());
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // The refusal below covers both.
    }
    throw new ProblemException(
        Refusal.of(
            ProblemCode.INVALID_CURSOR,
            List.of(
                Flaw.parameter(
                    "cursor", "invalid_cursor", WebPhrase.CURSOR_OF_ANOTHER_LIST.with()))));
  }

  /** Reads the page with Panache, in the current session. */
  public <V> Uni<Page<V>> read(PanacheRepositoryBase<R, ?> repository, Function<R, V> view) {
    return repository
        .find(rest().orderedBy(orderBy()), rest().parameters())
        .range(offset(), offset() + rows() - 1)
        .list()
        .flatMap(rows ->
            isCounted()
                ? repository
                    .count(all().text(), all().parameters())
                    .map(total -> page(rows, total, view))
                : Uni.createFrom().item(page(rows, null, view)));
  }

  /** All rows of the list: what is counted, if anything is. */
  public Where all() {
    return all;
  }

  /** The rows behind the cursor, or all. */
  public Where rest() {
    return behind(all);
  }

  /** These rows behind the cursor, or all of them. */
  public Where behind(Where rows) {
    return isCounted() ? rows : rows.and(order.behind(), place);
  }

  /** What follows {@code order by}. */
  public String orderBy() {
    return order.orderBy();
  }

  /** How many of the rows to skip. */
  public int offset() {
    return request.cursor() == null ? (request.page() - 1) * request.limit() : 0;
  }

  /** How many rows to read at most. */
  public int rows() {
    return request.limit() + 1;
  }

  /** Whether the page tells the total; a page by cursor does not, so that it costs no count. */
  public boolean isCounted() {
    return request.cursor() == null;
  }

  /**
   * The page.
   *
   * @param read up to {@link #rows} rows
   * @param total how many rows the list has, where they are counted
   */
  public <V> Page<V> page(List<R> read, @Nullable Long total, Function<R, V> view) {
    List<R> shown = read.size() > request.limit() ? read.subList(0, request.limit()) : read;
    String next =
        shown.size() < read.size()
            ? new Cursor(fingerprint, order.place(shown.getLast())).encode()
            : null;
    return Page.of(shown.stream().map(view).toList(), request, total, next);
  }
}
