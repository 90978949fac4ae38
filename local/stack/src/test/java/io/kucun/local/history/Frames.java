package io.kucun.local.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.FrameListener;
import io.kucun.local.client.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one WebSocket was sent, in order, and whether that is all that was committed. */
final class Frames {
  private final List<JsonNode> frames = new ArrayList<>();
  private final Map<String, Long> newest = new HashMap<>();

  synchronized void add(String text) {
    JsonNode frame = Json.parse(text);
    frames.add(frame);
    if (frame.has("offset")) {
      newest.put(frame.path("channel").asText(), frame.path("offset").asLong());
    }
  }

  synchronized boolean isSubscribed() {
    return frames.stream().anyMatch(it -> type(it).equals("subscribed"));
  }

  synchronized long newest(String channel) {
    return newest.getOrDefault(channel, 0L);
  }

  synchronized List<JsonNode> all() {
    return List.copyOf(frames);
  }

  static long resyncs(List<JsonNode> frames) {
    return frames.stream().filter(it -> type(it).equals("resync")).count();
  }

  static String type(JsonNode frame) {
    return FrameListener.isEvent(frame) ? "event" : frame.path("type").asText();
  }

  /**
   * What is wrong with these frames: each event is the next one, unless a resync tells the client
   * to go on elsewhere, and has the data that was committed; at the end nothing is missing.
   *
   * @param committed the data of the events of each channel, the first has offset 1
   */
  static List<String> findings(List<JsonNode> frames, Map<String, List<JsonNode>> committed) {
    List<String> findings = new ArrayList<>();
    Map<String, Long> at = new HashMap<>();
    for (JsonNode frame : frames) {
      String channel = frame.path("channel").asText();
      long offset = frame.path("offset").asLong();
      switch (type(frame)) {
        case "subscribed" ->
            frame
                .path("channels")
                .properties()
                .forEach(it -> at.put(it.getKey(), it.getValue().path("offset").asLong()));
        case "resync" -> at.put(channel, offset);
        case "event" -> {
          Long before = at.put(channel, offset);
          List<JsonNode> all = committed.getOrDefault(channel, List.of());
          if (before == null) {
            findings.add("%s %d before it is subscribed to".formatted(channel, offset));
          } else if (offset != before + 1) {
            findings.add("%s %d after %d".formatted(channel, offset, before));
          } else if (offset > all.size() || !all.get((int) offset - 1).equals(frame.path("data"))) {
            findings.add("%s %d has another content".formatted(channel, offset));
          }
        }
        default -> {}
      }
    }
    committed.forEach((channel, all) -> {
      if (at.getOrDefault(channel, 0L) != all.size()) {
        findings.add("%s ends at %s of %d".formatted(channel, at.get(channel), all.size()));
      }
    });
    return findings;
  }
}
