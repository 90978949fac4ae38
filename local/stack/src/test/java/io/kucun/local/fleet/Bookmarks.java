package io.kucun.local.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kucun.local.client.Json;
import io.kucun.local.client.Position;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client remembers to resume from: the last position of each channel. One thread. */
final class Bookmarks {
  private final Map<String, Position> positions = new HashMap<>();

  void heard(Event event) {
    positions.put(event.channel(), new Position(Event.EPOCH, event.offset()));
  }

  /** From a frame that tells one, of a channel or of an entity of it. */
  void told(String target, @Nullable Position position) {
    if (position != null) {
      positions.put(Interest.channel(target), position);
    }
  }

  static @Nullable Position position(JsonNode told) {
    return told.has("offset")
        ? new Position(told.path("epoch").asText(), told.path("offset").asLong())
        : null;
  }

  /** Subscribes, from where it was. */
  String subscribe(Interest interest) {
    ObjectNode command = Json.object().put("type", "subscribe").put("id", 1);
    interest.targets().forEach(command.putArray("channels")::add);
    ObjectNode since = Json.object();
    for (String channel : interest.channels()) {
      Position at = positions.get(channel);
      if (at != null) {
        since.putObject(channel).put("epoch", at.epoch()).put("offset", at.offset());
      }
    }
    if (!since.isEmpty()) {
      command.set("since", since);
    }
    return command.toString();
  }
}
