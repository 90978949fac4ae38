package io.kucun.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.Json;

/**
 * An event as Redis has it.
 *
 * @param text all of it, as it was published
 */
record Envelope(String channel, String epoch, long offset, JsonNode json, String text) {
  static Envelope of(String text) {
    JsonNode json = Json.parse(text);
    return new Envelope(
        json.path("channel").asText(),
        json.path("epoch").asText(),
        json.path("offset").asLong(),
        json,
        text);
  }

  Place place() {
    return new Place(channel, offset);
  }

  Change change() {
    return Change.of(channel, json.path("data"));
  }
}
