package io.kucun.gateway.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A control frame from the gateway; data frames are envelopes and not listed here. */
public sealed interface Reply {

  record Welcome(String session, long heartbeatMs, long expiresAt) implements Reply {}

  record Subscribed(@Nullable CommandId id, Map<String, ChannelAnswer> channels) implements Reply {}

  /**
   * Frames of these channels end here.
   *
   * @param reason {@code client} or {@code forbidden}
   */
  record Unsubscribed(@Nullable CommandId id, List<String> channels, String reason)
      implements Reply {}

  record Authenticated(@Nullable CommandId id, long expiresAt) implements Reply {}

  /** The token ends soon; without another one the socket ends a little after it. */
  record AuthExpiring(long expiresAt) implements Reply {}

  record Failed(@Nullable CommandId id, ErrorCode code, String message) implements Reply {}

  /** The client may have missed something: what it knows counts from {@code at} on. */
  record Resync(String channel, Since at) implements Reply {}

  /** Up to these positions the client has been given all that it listens to. */
  record Positions(Map<String, Since> positions) implements Reply {}

  record Degraded(boolean on) implements Reply {}

  record Reconnect(long afterMs) implements Reply {}

  record Pong(@Nullable CommandId id) implements Reply {}
}
