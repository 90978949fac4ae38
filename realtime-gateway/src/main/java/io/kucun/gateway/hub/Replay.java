package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what a member missed: all of it in order, or null, never a part. */
final class Replay {

  private final RecentLog log;
  private final @Nullable Position head;
  private final Interest interest;
  private final long maxChars;
  private final Map<String, Long> sinceByKey = new HashMap<>();
  private @Nullable Long sinceWhole;
  private long lowest = Long.MAX_VALUE;

  Replay(RecentLog log, @Nullable Position head, Interest interest, long maxChars) {
    this.log = log;
    this.head = head;
    this.interest = interest;
    this.maxChars = maxChars;
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

  @Nullable List<Envelope> missed() {
    List<Envelope> missed = new ArrayList<>();
    long chars = 0;
    for (Envelope event : log.after(lowest)) {
      long offset = RecentLog.offset(event);
      if (!wanted(event, offset) || interest.covers(event, offset) || !interest.mayRead(event)) {
        continue;
      }
      chars += event.text().length();
      if (!interest.comesAfterAllDelivered(offset) || chars > maxChars) {
        return null;
      }
      missed.add(event);
    }
    return missed;
  }

  private boolean wanted(Envelope event, long offset) {
    if (sinceWhole != null && offset > sinceWhole) {
      return true;
    }
    Long since = event.key() == null ? null : sinceByKey.get(event.key());
    return since != null && offset > since;
  }
}
