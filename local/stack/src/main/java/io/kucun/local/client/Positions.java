package io.kucun.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The last position of each channel, learned from the frames, to resume from. Belongs to the thread
 * that delivers the frames, and to the one that connects in between.
 */
final class Positions {
  private final Map<String, Position> known = new HashMap<>();

  Positions(Map<String, Position> start) {
    known.putAll(start);
  }

  synchronized void learn(JsonNode frame) {
    switch (frame.path("type").asText("")) {
      case "subscribed" -> all(frame.path("channels"), false);
      case "position" -> all(frame.path("positions"), true);
      case "resync" -> put(frame.path("channel").asText(), frame);
      case "" -> put(frame.path("channel").asText(), frame);
      default -> {}
    }
  }

  synchronized ObjectNode since(Collection<String> channels) {
    ObjectNode since = Json.object();
    for (String channel : channels) {
      Position position = known.get(whole(channel));
      if (position != null) {
        since.putObject(channel).put("epoch", position.epoch()).put("offset", position.offset());
      }
    }
    return since;
  }

  /** The answer to a subscription is followed by what is replayed: it is a start, not an end. */
  private void all(JsonNode positions, boolean overwrite) {
    positions
        .properties()
        .forEach(it -> {
          boolean restarted = it.getValue().has("recovered") && !recovered(it.getValue());
          if (overwrite || restarted || !known.containsKey(whole(it.getKey()))) {
            put(whole(it.getKey()), it.getValue());
          }
        });
  }

  private void put(String channel, JsonNode position) {
    if (position.has("epoch") && position.has("offset")) {
      known.put(
          channel, new Position(position.path("epoch").asText(), position.path("offset").asLong()));
    }
  }

  private static boolean recovered(JsonNode position) {
    return position.path("recovered").asBoolean();
  }

  /** Offsets are the channel's, also for a subscription to one entity of it. */
  private static String whole(String channel) {
    int colon = channel.indexOf(':');
    return colon < 0 ? channel : channel.substring(0, colon);
  }
}
