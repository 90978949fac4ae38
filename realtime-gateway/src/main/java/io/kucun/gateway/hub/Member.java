package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import org.jspecify.annotations.Nullable;

/**
 * One listener. Its methods are called by the hub's thread in the order in which things happen, and
 * must return at once.
 */
public interface Member {

  /**
   * Whether so many bytes of events can be handed over now. After a refusal the member falls
   * behind; when it has room again it must ask for {@link Hub#catchUp}.
   */
  boolean takes(int bytes);

  /** Events that it took, each the exact text of its envelope. */
  void deliver(Batch batch);

  /**
   * Events of {@code channel} may be missing; what follows continues after {@code at}.
   *
   * @param at null if the channel has no numbering, so that there is nothing to go on from
   */
  void resync(String channel, @Nullable Position at);

  /** Whether events may be late because their source is out of reach. */
  void degraded(boolean on);
}
