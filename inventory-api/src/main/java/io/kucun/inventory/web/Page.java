package io.kucun.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

  /**
   * Where a page stands. A page that is read by its number, from 1 on, tells the totals; one that
   * is read by a cursor does not.
   *
   * @param nextCursor asks for the rows behind this page; absent when there are none
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Pagination")
  public record Pagination(
      @Nullable Integer page,
      int limit,
      @Nullable Long total,
      @Nullable Long totalPages,
      @Nullable String nextCursor) {}

  static <T> Page<T> of(
      List<T> data, Request request, @Nullable Long total, @Nullable String nextCursor) {
    int limit = request.limit();
    Long pages = total == null ? null : (total + limit - 1) / limit;
    Integer page = request.cursor() == null ? request.page() : null;
    return new Page<>(data, new Pagination(page, limit, total, pages, nextCursor));
  }

  /**
   * Which page is asked for: by its number, from 1 on, or by what a page before gave as {@code
   * nextCursor}.
   */
  public record Request(int page, int limit, @Nullable String cursor) {
    private static final Set<String> PARAMETERS = Set.of("page", "limit", "cursor");

    /** The parameters that {@link #of} reads, and these. */
    public static Set<String> parametersAnd(String... more) {
      return Stream.concat(PARAMETERS.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /**
     * Reads {@code page} or {@code cursor}, and {@code limit}; by default the first 20 rows.
     *
     * @throws ProblemException 400 if both are given
     */
    public static Request of(QueryParameters query) {
      Optional<String> cursor = query.text("cursor", Cursor.LONGEST);
      if (cursor.isPresent() && query.has("page")) {
        throw ProblemException.invalidParameter("cursor", WebPhrase.PAGE_OR_CURSOR.with());
      }
      return new Request(
          query.integer("page", 1, 1, 1_000_000),
          query.integer("limit", 20, 1, 100),
          cursor.orElse(null));
    }
  }
}
