package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out whether a member can get what it missed: all of it in order, never a part. */
final class Replay {

  private final RecentLog log;
  private final Recall recall;
  private final @Nullable Position head;
  private final Interest interest;
  private final long maxBytes;
  private final Map<String, Long> sinceByKey = new HashMap<>();
  private @Nullable Long sinceWhole;
  private long lowest = Long.MAX_VALUE;
  private @Nullable ResumeOutcome obstacle;

  Replay(RecentLog log, Recall recall, @Nullable Position head, Interest interest, long maxBytes) {
    this.log = log;
    this.recall = recall;
    this.head = head;
    this.interest = interest;
    this.maxBytes = maxBytes;
  }

  /** Adds a wish; not if its past is not here. */
  void add(Subscription wish) {
    if (wish.since() != null && missing(wish, wish.since()) == null) {
      long since = wish.since().offset();
      lowest = Math.min(lowest, since);
      if (wish.target().key() == null) {
        sinceWhole = since;
      } else {
        sinceByKey.put(wish.target().key(), since);
      }
    }
  }

  /** Why the past of a wish is not here; null if it is. */
  private @Nullable ResumeOutcome missing(Subscription wish, Position since) {
    if (head == null) {
      return ResumeOutcome.AHEAD;
    }
    if (!head.sameEpoch(since)) {
      return ResumeOutcome.OTHER_EPOCH;
    }
    if (since.offset() > head.offset()) {
      return ResumeOutcome.AHEAD;
    }
    return log.reachesBackTo(since.offset(), head) ? null : recall.obstacle(wish.isUnrestricted());
  }

  /** All wishes are added: whether there is one that comes true, and then every one does. */
  boolean isPossible() {
    obstacle = obstacle();
    return lowest != Long.MAX_VALUE && obstacle == null;
  }

  private @Nullable ResumeOutcome obstacle() {
    if (lowest == Long.MAX_VALUE
        || (log.bytes() <= maxBytes && interest.lastDelivered() <= lowest)) {
      return null;
    }
    long bytes = 0;
    for (long s = next(log.sequenceAt(lowest)); s <= log.last(); s = next(s)) {
      Message message = log.get(s);
      if (!wanted(message) || interest.covers(message) || !interest.mayRead(message)) {
        continue;
      }
      bytes += message.payload().length;
      if (message.offset() <= interest.lastDelivered()) {
        return ResumeOutcome.OUT_OF_ORDER;
      }
      if (bytes > maxBytes) {
        return ResumeOutcome.TOO_LARGE;
      }
    }
    return null;
  }

  private long next(long after) {
    return log.next(after, sinceWhole == null ? sinceByKey.keySet() : null, interest.owner());
  }

  /** What becomes of one wish, once it is known whether they are possible. */
  ResumeOutcome outcome(Subscription wish, Position since) {
    ResumeOutcome missing = missing(wish, since);
    if (missing != null) {
      return missing;
    }
    if (obstacle != null) {
      return obstacle;
    }
    return log.isOlder(since.offset()) ? ResumeOutcome.LOG : ResumeOutcome.MEMORY;
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
