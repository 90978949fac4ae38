package io.kucun.inventory.cache;

import java.util.List;

/**
 * Names a cached read.
 *
 * @param space the namespace of the entry
 * @param id what tells entries of a namespace apart
 * @param tags what a write must touch to make the entry stale, besides the namespace itself
 */
public record CacheKey(Space space, String id, List<String> tags) {
  private static final Hashes QUERIES = new Hashes();

  /** A read of one entity. */
  public static CacheKey of(Space space, Object id, String... tags) {
    return new CacheKey(space, id.toString(), List.of(tags));
  }

  /** A read that depends on a canonical query: its id is 128 bits of the query's hash. */
  public static CacheKey ofQuery(Space space, String query, String... tags) {
    return of(space, QUERIES.of(query), tags);
  }

  /** The tags go with the rest. */
  @Override
  public int hashCode() {
    return 31 * space.hashCode() + id.hashCode();
  }

  String name() {
    return space.wire() + ":" + id;
  }
}
