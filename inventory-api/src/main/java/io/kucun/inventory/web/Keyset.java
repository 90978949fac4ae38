package io.kucun.inventory.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The total order of a list: its columns, all in one direction, the last of them unique. With an
 * index on exactly these columns each page costs the same, because its condition compares rows:
 * {@code (created_at, id) < (:key0, :key1)} is where the scan of the index begins.
 *
 * <pre>{@code
 * static final Keyset<SalesOrder> NEWEST =
 *     Keyset.descending(
 *         List.of(Key.instant("createdAt", order -> order.createdAt), Key.id("id", order -> order.id)));
 * }</pre>
 *
 * @param <R> the type of a row
 */
public final class Keyset<R> {
  private final boolean ascending;
  private final boolean oneIndex;
  private final List<Key<R>> keys;

  private Keyset(boolean ascending, boolean oneIndex, List<Key<R>> keys) {
    this.ascending = ascending;
    this.oneIndex = oneIndex;
    this.keys = List.copyOf(keys);
  }

  /** Least first. */
  public static <R> Keyset<R> ascending(List<Key<R>> keys) {
    return new Keyset<>(true, true, keys);
  }

  /** Greatest first. */
  public static <R> Keyset<R> descending(List<Key<R>> keys) {
    return new Keyset<>(false, true, keys);
  }

  /** In this direction. */
  public static <R> Keyset<R> of(boolean ascending, List<Key<R>> keys) {
    return new Keyset<>(ascending, true, keys);
  }

  /**
   * The same order where the keys lie in several tables: no index has them all, so the scan begins
   * at the first key alone.
   */
  public Keyset<R> acrossTables() {
    return new Keyset<>(ascending, false, keys);
  }

  /** What follows {@code order by}. */
  public String orderBy() {
    String direction = ascending ? " asc" : " desc";
    return keys.stream().map(key -> key.expression() + direction).collect(Collectors.joining(", "));
  }

  /** The rows behind a place; {@link #values} are its parameters. */
  String behind() {
    String columns = keys.stream().map(Key::expression).collect(Collectors.joining(", "));
    String place =
        IntStream.range(0, keys.size())
            .mapToObj(i -> ":" + name(i))
            .collect(Collectors.joining(", "));
    String direction = ascending ? ">" : "<";
    String behind = "(%s) %s (%s)".formatted(columns, direction, place);
    return oneIndex
        ? behind
        : "%s %s= :%s and %s".formatted(keys.getFirst().expression(), direction, name(0), behind);
  }

  /** The place of a row. */
  List<String> place(R row) {
    return keys.stream().map(key -> String.valueOf(key.value().apply(row))).toList();
  }

  /**
   * The parameters of {@link #behind} for a place.
   *
   * @throws IllegalArgumentException if it is not a place in this order
   * @throws java.time.DateTimeException likewise
   */
  Map<String, Object> values(List<String> place) {
    if (place.size() != keys.size()) {
      throw new IllegalArgumentException("Another number of keys");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      values.put(name(i), keys.get(i).parse().apply(place.get(i)));
    }
    return values;
  }

  private static String name(int key) {
    return "key" + key;
  }
}
