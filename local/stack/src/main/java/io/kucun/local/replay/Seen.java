package io.kucun.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * One event as one witness saw it, short enough to keep a million.
 *
 * @param bytes a hash of the envelope's bytes; 0 where the witness has none
 * @param data a hash of what happened, whatever the order of its fields
 * @param moves whether it stands for a row of the ledger, if it is of the stock channel
 */
record Seen(long offset, int bytes, int data, boolean moves) {
  private static final Set<String> NOT_MOVING = Set.of("low_stock", "restocked");

  static Seen envelope(String text, JsonNode envelope) {
    JsonNode data = envelope.path("data");
    int bytes = Arrays.hashCode(text.getBytes(StandardCharsets.UTF_8));
    return new Seen(envelope.path("offset").asLong(), bytes, data.hashCode(), moves(data));
  }

  static Seen row(long offset, String data) {
    JsonNode tree = Json.parse(data);
    return new Seen(offset, 0, tree.hashCode(), moves(tree));
  }

  private static boolean moves(JsonNode data) {
    return !NOT_MOVING.contains(data.path("type").asText());
  }
}
