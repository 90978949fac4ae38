package io.kucun.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as it stands on the wire.
 *
 * @param data the rows
 * @param pagination where this page stands
 * @param <T> the type of a row
 */
@RegisterForReflection
public record Page<T>(List<T> data, Pagination pagination) {

  /** Where a page stands; pages count from 1. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pagination(
      int page, int limit, long total, long totalPages, @Nullable String nextCursor) {}

  /** A page of a list that is read by page number. */
  public static <T> Page<T> of(List<T> data, Request request, long total) {
    long pages = (total + request.limit() - 1) / request.limit();
    return new Page<>(data, new Pagination(request.page(), request.limit(), total, pages, null));
  }

  /** Which page is asked for; pages count from 1. */
  public record Request(int page, int limit) {
    /** Reads {@code page} and {@code limit}, by default the first 20 rows. */
    public static Request of(QueryParameters query) {
      return new Request(
          query.integer("page", 1, 1, 1_000_000), query.integer("limit", 20, 1, 100));
    }

    /** The page number of Panache, which counts from 0. */
    public int index() {
      return page - 1;
    }
  }
}
