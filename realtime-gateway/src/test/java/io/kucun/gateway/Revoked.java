package io.kucun.gateway;

import io.kucun.gateway.envelope.Position;
import java.util.List;

/**
 * One whose sockets an administrator had ended: what was published after that must not have come.
 *
 * @param heads where the channels stood once Redis had passed the order on
 * @param overtaking how many events were read from the log between then and the end of the socket:
 *     of those that follow the heads, only these may have come to the gateway before the order,
 *     which comes over its link
 */
record Revoked(Suspect one, List<Position> heads, long overtaking) {

  /** How many events follow the heads, up to the newest that it got. */
  long excess() {
    long excess = 0;
    for (int i = 0; i < heads.size(); i++) {
      long seen = one.seen(Troubles.CHANNELS.get(i));
      excess += Math.max(0, seen - heads.get(i).offset());
    }
    return excess;
  }

  @Override
  public String toString() {
    return one.user + ", revoked at " + heads + ", " + overtaking + " read from the log";
  }
}
