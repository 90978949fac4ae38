package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes events whose text is their position. */
public final class Events {

  private Events() {}

  public static Envelope event(
      String channel, String epoch, long offset, @Nullable String key, @Nullable String owner) {
    Position position = new Position(epoch, offset);
    return new Envelope(channel, key, owner, 0, position, position.toString());
  }

  public static Envelope event(String channel, long offset) {
    return event(channel, "e1", offset, null, null);
  }

  /** What a member that was handed this sends on. */
  public static List<String> texts(Batch batch) {
    return batch.messages().stream()
        .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
        .toList();
  }
}
