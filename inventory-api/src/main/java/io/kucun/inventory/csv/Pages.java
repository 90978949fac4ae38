package io.kucun.inventory.csv;

import io.kucun.inventory.web.Page;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list, page by page along its cursor: a batch costs the same wherever it stands.
 * Confined to the context of its request.
 *
 * @param <V> the type of a row
 */
public final class Pages<V> implements Batches {
  private final int rows;
  private final Function<Page.Request, Uni<Page<V>>> list;
  private final Function<V, CsvLine> writer;
  private @Nullable String cursor;
  private boolean over;

  /**
   * Begins with the first page.
   *
   * @param rows how many there are on a page; as many of the largest as memory may hold at once
   */
  public Pages(int rows, Function<Page.Request, Uni<Page<V>>> list, Function<V, CsvLine> writer) {
    this.rows = rows;
    this.list = list;
    this.writer = writer;
  }

  @Override
  public Uni<List<CsvLine>> next() {
    return over
        ? Uni.createFrom().item(List.of())
        : list.apply(new Page.Request(1, rows, cursor))
            .invoke(page -> {
              cursor = page.pagination().nextCursor();
              over = cursor == null;
            })
            .map(page -> page.data().stream().map(writer).toList());
  }
}
