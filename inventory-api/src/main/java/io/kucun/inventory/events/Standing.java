package io.kucun.inventory.events;

import io.vertx.mutiny.redis.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel stands in Redis.
 *
 * @param text what its position says; empty while there is none
 * @param filling the refill that is under way; only while there is no position
 * @param last the offset of the log's last entry; -1 if it has none
 */
record Standing(String text, @Nullable Filling filling, long last) {

  /**
   * A log that is being filled. It says so itself, in an entry before its first event.
   *
   * @param base the offset before the first event
   * @param term of the relay that fills it
   */
  record Filling(long base, long term, String epoch) {
    static final String FIELD = "filling";

    /** The id of the entry that says so. */
    String id() {
      return base + "-" + term;
    }
  }

  @Nullable Position position() {
    return Position.parse(text);
  }

  static Standing of(
      @Nullable Response position, @Nullable Response first, @Nullable Response last) {
    return new Standing(
        position == null ? "" : position.toString(),
        filling(entry(first)),
        last == null || last.size() == 0 ? -1 : id(last.get(0))[0]);
  }

  private static @Nullable Response entry(@Nullable Response range) {
    return range == null || range.size() == 0 ? null : range.get(0);
  }

  private static @Nullable Filling filling(@Nullable Response entry) {
    if (entry == null || !entry.get(1).get(0).toString().equals(Filling.FIELD)) {
      return null;
    }
    long[] id = id(entry);
    return new Filling(id[0], id[1], entry.get(1).get(1).toString());
  }

  private static long[] id(Response entry) {
    String[] parts = entry.get(0).toString().split("-", 2);
    return new long[] {Long.parseLong(parts[0]), Long.parseLong(parts[1])};
  }
}
