package io.kucun.local.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Told of what a subscription gets, one call at a time. */
public interface FrameListener {
  /** A frame of the gateway: as text and read. */
  void frame(String text, JsonNode frame);

  /** What happens to the connection, for people. */
  void notice(String line);

  /** Whether a frame carries an event, and is no word of the protocol. */
  static boolean isEvent(JsonNode frame) {
    return frame.has("channel") && frame.has("data");
  }
}
