package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Redis has of a channel.
 *
 * @param position where the channel stands; absent while nothing was ever published, or after Redis
 *     lost its data
 * @param events the newest numbered events of its log, oldest first, perhaps beyond {@code
 *     position}
 */
record Tail(@Nullable Position position, List<Envelope> events) {

  /**
   * The longest run of events without a gap that ends the log, in the epoch of {@code position}.
   */
  List<Envelope> unbroken() {
    int from = events.size();
    Position next = null;
    while (from > 0) {
      Position p = events.get(from - 1).position();
      boolean continues =
          next == null
              ? p != null && position != null && p.sameEpoch(position)
              : p != null && p.isFollowedBy(next);
      if (!continues) {
        break;
      }
      next = p;
      from--;
    }
    return events.subList(from, events.size());
  }
}
