package io.kucun.inventory.cache;

import io.kucun.inventory.events.Channel;
import io.vertx.mutiny.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What one round trip read at one instant: the entry, the generations of its tags and the channels'
 * positions.
 *
 * @param entry the entry's bytes
 * @param stamp 128 bits over the server's run and the generations; null if a generation is missing
 * @param missing the tags without a generation
 * @param position the value of {@code Kucun-Position}; null if a position is missing
 */
record Snapshot(
    byte @Nullable [] entry,
    @Nullable String stamp,
    List<String> missing,
    @Nullable String position) {

  /** Reads the answer to {@code MGET entry generation… position…}. */
  static Snapshot of(Response answer, List<String> tags, String runId) {
    Response entry = answer.get(0);
    List<String> missing = new ArrayList<>();
    StringBuilder generations = new StringBuilder(runId);
    for (int i = 0; i < tags.size(); i++) {
      Response generation = answer.get(1 + i);
      if (generation == null) {
        missing.add(tags.get(i));
      } else {
        generations.append(' ').append(generation);
      }
    }
    return new Snapshot(
        entry == null ? null : entry.toBytes(),
        missing.isEmpty() ? stamp(generations) : null,
        missing,
        position(answer, 1 + tags.size()));
  }

  private static String stamp(StringBuilder generations) {
    return CacheKey.hash(generations.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable String position(Response answer, int from) {
    StringJoiner header = new StringJoiner(", ");
    int at = from;
    for (Channel channel : Channel.values()) {
      Response position = answer.get(at++);
      if (position == null) {
        return null;
      }
      header.add(channel.wire() + "=" + position);
    }
    return header.toString();
  }
}
