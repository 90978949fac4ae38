package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those of a channel's listeners who are behind. All that is kept of one is the message it has got
 * to: from there it is brought forward out of the channel's log, step by step as it has room, until
 * it is live again or what it needs is to be had no more.
 */
final class CatchUp {

  private final Feed feed;
  private final RecentLog log;
  private final int stepBytes;
  private final HubCounters counters;
  private final Recall recall;
  private final Set<Interest> behind = new LinkedHashSet<>();

  /** Those of them who wait for messages that are to be put back into the log. */
  private final Set<Interest> recalling = new HashSet<>();

  /** The latest step of one who hears all: others are at the same place at the same time. */
  private @Nullable Batch shared;

  CatchUp(Feed feed, RecentLog log, Recall recall, int stepBytes, HubCounters counters) {
    this.feed = feed;
    this.log = log;
    this.recall = recall;
    this.stepBytes = stepBytes;
    this.counters = counters;
  }

  /** Hands a batch over, or lets the interest fall behind it. */
  void offer(Interest interest, Batch batch) {
    if (interest.member().takes(batch.size())) {
      hand(interest, batch);
    } else {
      interest.moveTo(batch.first() - 1);
      add(interest);
    }
  }

  private void hand(Interest interest, Batch batch) {
    counters.deliveries.add(batch.messages().size());
    interest.deliver(batch);
  }

  private void add(Interest interest) {
    if (behind.add(interest)) {
      counters.behind.incrementAndGet();
    }
  }

  /** Forgets one that has left, or that the numbering has started over for. */
  boolean remove(Interest interest) {
    recalling.remove(interest);
    if (behind.remove(interest)) {
      counters.behind.decrementAndGet();
      return true;
    }
    return false;
  }

  /** Brings an interest forward as far as its member takes it. */
  void advance(Interest interest) {
    while (!interest.isLive() && !recalling.contains(interest)) {
      if (interest.cursor() >= log.last()) {
        interest.beLive();
        if (remove(interest)) {
          counters.caughtUp.increment();
        }
      } else if (!log.reachesBackTo(interest.cursor())) {
        recall(interest);
      } else if (!step(interest)) {
        add(interest);
        return;
      }
    }
  }

  private void recall(Interest interest) {
    Position newest = feed.head();
    if (newest == null || !log.isPlace(interest.cursor())) {
      giveUp(interest);
      return;
    }
    add(interest);
    recalling.add(interest);
    long after = log.offsetAt(interest.cursor(), newest.offset());
    recall.bring(newest, after, false, () -> goOn(interest));
  }

  private void goOn(Interest interest) {
    if (recalling.remove(interest)) {
      feed.flush();
      if (log.reachesBackTo(interest.cursor())) {
        advance(interest);
      } else {
        giveUp(interest);
      }
    }
  }

  /** The log is about to get a new front: a place that would then be another is given up. */
  void giveUpMisplaced() {
    shared = null;
    feed.flush();
    List<Interest> misplaced = behind.stream().filter(i -> !log.isPlace(i.cursor())).toList();
    misplaced.forEach(interest -> giveUp(interest));
  }

  /** The first of the places that somebody is brought forward from. */
  long lowest() {
    return behind.stream()
        .mapToLong(Interest::cursor)
        .filter(log::reachesBackTo)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** What the interest would need is no longer kept: its member has to read anew. */
  void giveUp(Interest interest) {
    remove(interest);
    Position at = feed.head();
    interest.restart(at == null ? -1 : at.offset(), log.last());
    counters.movedOn.increment();
    counters.resyncs.increment();
    interest.member().resync(feed.channel(), at);
  }

  private boolean step(Interest interest) {
    Position newest = feed.head();
    long at = log.offsetAt(interest.cursor(), newest == null ? -1 : newest.offset());
    Batch step = interest.hearsAll(at) ? shared(interest.cursor()) : own(interest);
    if (step == null) {
      return true;
    }
    if (!interest.member().takes(step.size())) {
      return false;
    }
    interest.moveTo(step.last());
    hand(interest, step);
    return true;
  }

  private Batch shared(long after) {
    Batch step = shared;
    if (step == null || step.first() != after + 1) {
      List<Message> messages = new ArrayList<>();
      long s = after + 1;
      int size = 0;
      while (s <= log.last() && fits(size, log.get(s))) {
        size += log.get(s).size();
        messages.add(log.get(s++));
      }
      step = Batch.replayed(messages, size);
      shared = step;
    }
    return step;
  }

  /** The next messages that the interest hears; null, and the cursor moved on, if none are left. */
  private @Nullable Batch own(Interest interest) {
    List<Message> messages = new ArrayList<>();
    int size = 0;
    long s = interest.next(log, interest.cursor());
    for (; s <= log.last(); s = interest.next(log, s)) {
      Message message = log.get(s);
      if (interest.covers(message) && interest.mayRead(message)) {
        if (messages.isEmpty()) {
          interest.moveTo(s - 1);
        } else if (!fits(size, message)) {
          break;
        }
        size += message.size();
        messages.add(message);
      }
    }
    if (messages.isEmpty()) {
      interest.moveTo(log.last());
      return null;
    }
    return Batch.replayed(messages, size);
  }

  private boolean fits(int size, Message next) {
    return size == 0 || size + next.size() <= stepBytes;
  }
}
