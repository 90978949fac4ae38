package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;

/**
 * One listener. Its methods are called in the order in which things happen, and must return at
 * once.
 */
public interface Member {

  /** An event, as the exact text of its envelope. */
  void deliver(String text);

  /** Events of {@code channel} may be missing; what follows continues after {@code at}. */
  void resync(String channel, Position at);

  /** Whether events may be late because their source is out of reach. */
  void degraded(boolean on);
}
