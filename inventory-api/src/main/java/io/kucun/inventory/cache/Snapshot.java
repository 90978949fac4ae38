package io.kucun.inventory.cache;

import io.kucun.inventory.events.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What one round trip read: the entry, and the generations of its tags and the channels' positions
 * as of one instant, which is not before that of the entry.
 *
 * @param found whether there is an entry at all
 * @param cut the entry, or its head, if it is not stale
 * @param stamp 128 bits over the server's run and the generations; null if a generation is missing
 * @param missing the tags without a generation
 * @param position the value of {@code Kucun-Position}; null if a position is missing
 */
record Snapshot(
    boolean found,
    Entry.@Nullable Cut cut,
    @Nullable String stamp,
    List<String> missing,
    @Nullable String position) {

  /** Generations stay the same from write to write, and reads are many. */
  private static final Hashes STAMPS = new Hashes();

  /**
   * Reads an answer.
   *
   * @param state {@code MGET … generation… position…}
   * @param from where the generations begin in it
   */
  static Snapshot of(
      @Nullable Response entry, Response state, int from, List<String> tags, String runId) {
    List<String> missing = new ArrayList<>(0);
    StringBuilder generations = new StringBuilder(runId);
    for (int i = 0; i < tags.size(); i++) {
      Response generation = state.get(from + i);
      if (generation == null) {
        missing.add(tags.get(i));
      } else {
        generations.append(' ').append(generation);
      }
    }
    Buffer bytes = bytes(entry);
    String stamp = missing.isEmpty() ? stamp(generations) : null;
    return new Snapshot(
        bytes != null,
        bytes == null || stamp == null ? null : Entry.cut(bytes, stamp),
        stamp,
        missing,
        position(state, from + tags.size()));
  }

  /** The same with the body that was not read. */
  Snapshot with(Copy copy) {
    return new Snapshot(found, copy.cut(), stamp, missing, position);
  }

  /** A range of what is not there is empty. */
  private static @Nullable Buffer bytes(@Nullable Response entry) {
    Buffer bytes = entry == null ? null : entry.toBuffer();
    return bytes == null || bytes.length() == 0 ? null : bytes;
  }

  private static String stamp(StringBuilder generations) {
    return STAMPS.of(generations.toString());
  }

  /** Reads the positions that stand in an answer from there on; null if one is missing. */
  static @Nullable String position(Response state, int from) {
    StringJoiner header = new StringJoiner(", ");
    int at = from;
    for (Channel channel : Channel.values()) {
      Response position = state.get(at++);
      if (position == null) {
        return null;
      }
      header.add(channel.wire() + "=" + position);
    }
    return header.toString();
  }
}
