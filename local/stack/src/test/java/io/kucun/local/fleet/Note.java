package io.kucun.local.fleet;

import io.kucun.local.client.Position;
import org.jspecify.annotations.Nullable;

/** What happened to a client. */
sealed interface Note {
  /** A socket is open. */
  record Opened(String gateway, long nanos) implements Note {}

  /** A gateway did not let it in; the code is empty if there was no answer. */
  record Refused(String gateway, String code) implements Note {}

  /**
   * The answer to its subscription, for one target.
   *
   * @param recovered null on a first subscription
   */
  record Subscribed(String target, @Nullable Position at, @Nullable Boolean recovered)
      implements Note {}

  /** An event came. */
  record Heard(Event event) implements Note {}

  /** Something came that is neither an event that was published nor a frame of the protocol. */
  record Strange(String text) implements Note {}

  /** It was told to read the state anew. */
  record Resync(String channel) implements Note {}

  /** It was told to leave so long after. */
  record SentAway(long afterMillis, long nanos) implements Note {}

  /**
   * The socket is gone.
   *
   * @param code of the gateway's close frame; 1006 if there was none
   */
  record Ended(int code, long nanos) implements Note {}

  /** It hung up itself, without waiting for anything. */
  record Dropped() implements Note {}
}
