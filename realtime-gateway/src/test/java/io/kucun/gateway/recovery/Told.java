package io.kucun.gateway.recovery;

import io.kucun.gateway.envelope.Position;
import org.jspecify.annotations.Nullable;

/** What a client was told about one channel, with how many events there were by then. */
public sealed interface Told {

  int known();

  /** The answer to a subscription, perhaps on another connection than what came before. */
  record Answered(
      @Nullable Position since, @Nullable Position at, @Nullable Boolean recovered, int known)
      implements Told {}

  record Event(Position at, int known) implements Told {}

  record Resync(Position at, int known) implements Told {}

  /** The client has been given all that it listens to, up to there. */
  record Upto(Position at, int known) implements Told {}
}
