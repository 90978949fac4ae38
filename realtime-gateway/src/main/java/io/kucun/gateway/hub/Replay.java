package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out whether a member can get what it missed: all of it in order, never a part. */
final class Replay {

  private final RecentLog log;
  private final @Nullable Position head;
  private final Interest interest;
  private final long maxBytes;
  private final Map<String, Long> sinceByKey = new HashMap<>();
  private @Nullable Long sinceWhole;
  private long lowest = Long.MAX_VALUE;

  Replay(RecentLog log, @Nullable Position head, Interest interest, long maxBytes) {
    this.log = log;
    this.head = head;
    this.interest = interest;
    this.maxBytes = maxBytes;
  }

  /** Adds a wish; false if its past is not here. */
  boolean add(Target target, Position since) {
    if (head == null || !head.sameEpoch(since) || !log.reachesBackTo(since.offset(), head)) {
      return false;
    }
    lowest = Math.min(lowest, since.offset());
    if (target.key() == null) {
      sinceWhole = since.offset();
    } else {
      sinceByKey.put(target.key(), since.offset());
    }
    return true;
  }

  boolean isPossible() {
    long bytes = 0;
    for (long s = log.sequenceAt(lowest) + 1; s <= log.last(); s++) {
      Message message = log.get(s);
      if (!wanted(message) || interest.covers(message) || !interest.mayRead(message)) {
        continue;
      }
      bytes += message.payload().length;
      if (message.offset() <= interest.lastDelivered() || bytes > maxBytes) {
        return false;
      }
    }
    return true;
  }

  /**
   * The message that the replay begins after: nothing before was missed, or was delivered since.
   */
  long start() {
    return log.sequenceAt(Math.max(lowest, interest.lastDelivered()));
  }

  private boolean wanted(Message message) {
    if (!message.isPositioned()) {
      return false;
    }
    if (sinceWhole != null && message.offset() > sinceWhole) {
      return true;
    }
    Long since = message.key() == null ? null : sinceByKey.get(message.key());
    return since != null && message.offset() > since;
  }
}
