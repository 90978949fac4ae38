package io.kucun.local.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Json;

/**
 * Something that was published.
 *
 * @param entity the channel and the key, as one subscribes to it
 * @param owner empty if nobody owns the entity
 */
record Event(String channel, String entity, long offset, String owner, String text) {
  static final String EPOCH = "e1";

  static Event of(String channel, String key, String owner, long offset) {
    ObjectNode envelope = Json.object().put("channel", channel);
    envelope.putObject("data").put("type", "counted").put("id", key).put("名", "砖 " + offset);
    envelope.put("ts", 1_790_000_000_000L + offset).put("offset", offset).put("epoch", EPOCH);
    envelope.put("key", key);
    if (!owner.isEmpty()) {
      envelope.put("owner", owner);
    }
    return new Event(channel, channel + ":" + key, offset, owner, envelope.toString());
  }
}
