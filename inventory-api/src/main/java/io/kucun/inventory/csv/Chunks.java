package io.kucun.inventory.csv;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** Works through many rows, some at a time, so that each statement has few enough of them. */
public final class Chunks {
  private static final int ROWS = 500;

  private Chunks() {}

  /** Does the work with each chunk, in their order, one at a time. */
  public static <R> Uni<Void> each(List<R> rows, Function<List<R>, Uni<?>> work) {
    return Multi.createFrom()
        .iterable(rows)
        .group()
        .intoLists()
        .of(ROWS)
        .onItem()
        .transformToUniAndConcatenate(work)
        .onItem()
        .ignoreAsUni();
  }
}
