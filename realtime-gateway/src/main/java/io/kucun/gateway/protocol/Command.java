package io.kucun.gateway.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client may ask for. */
public sealed interface Command {

  @Nullable CommandId id();

  /**
   * Wants to hear of channels.
   *
   * @param channels names as the client wrote them, without repetition
   * @param since where to resume, by one of {@code channels} or by the channel of an entity among
   *     them
   */
  record Subscribe(@Nullable CommandId id, List<String> channels, Map<String, Since> since)
      implements Command {}

  record Unsubscribe(@Nullable CommandId id, List<String> channels) implements Command {}

  record Auth(@Nullable CommandId id, String token) implements Command {
    /** Keeps the token out of every log. */
    @Override
    public String toString() {
      return "Auth";
    }
  }

  record Ping(@Nullable CommandId id) implements Command {}
}
