package io.kucun.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.kucun.local.client.FrameListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one WebSocket client gets of all channels. */
final class SocketWitness implements FrameListener {
  private final Witness witness = new Witness();
  private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
  private final List<String> notices = new ArrayList<>();

  Witness witness() {
    return witness;
  }

  /** Completes when the gateway has answered the subscription. */
  CompletableFuture<Void> subscribed() {
    return subscribed;
  }

  /** What happened to the connection, and each word of the gateway that means a loss. */
  synchronized List<String> notices() {
    return List.copyOf(notices);
  }

  @Override
  public void frame(String text, JsonNode frame) {
    if (FrameListener.isEvent(frame)) {
      witness.saw(frame.path("channel").asText(), Seen.envelope(text, frame));
      return;
    }
    switch (frame.path("type").asText()) {
      case "subscribed" -> subscribed.complete(null);
      case "resync", "error", "degraded" -> notice(text);
      default -> {}
    }
  }

  @Override
  public synchronized void notice(String line) {
    notices.add(line);
  }
}
