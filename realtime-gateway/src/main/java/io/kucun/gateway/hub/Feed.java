package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One channel: where it stands, its recent past and who listens. */
final class Feed {

  /** The most that is given out, or replayed, in one piece. */
  static final int STEP_BYTES = 16 * 1024;

  private final String channel;
  private final LogLimits limits;
  private final RecentLog log;
  private final HubCounters counters;
  private final Ages ages;
  private final Recall recall;
  private final CatchUp catchUp;
  private final Audience audience = new Audience();
  private final Outlet outlet;
  private @Nullable Position head;

  Feed(String channel, LogLimits limits, Recall.Source older, HubCounters counters, Executor soon) {
    this.channel = channel;
    this.limits = limits;
    this.counters = counters;
    this.log = new RecentLog(limits, counters.older);
    this.ages = new Ages(limits.ticks());
    this.recall = new Recall(log, limits.replayBytes(), older, counters, soon, this::beforeOlder);
    this.catchUp = new CatchUp(this, log, recall, STEP_BYTES, counters);
    this.outlet = new Outlet(audience, catchUp, STEP_BYTES);
  }

  String channel() {
    return channel;
  }

  @Nullable Position head() {
    return head;
  }

  private long headOffset() {
    return head == null ? -1 : head.offset();
  }

  void begin(Position first) {
    if (head != null) {
      throw new IllegalStateException(channel + " has begun already");
    }
    head = first;
  }

  /**
   * Sets the place in the numbering and the past before it; whoever listens may have missed
   * something.
   */
  void restart(Position newHead, List<Envelope> tail) {
    flush();
    head = newHead;
    log.clear();
    tail.forEach(event -> log.append(event, newHead.offset()));
    for (Interest interest : audience.all()) {
      catchUp.remove(interest);
      interest.restart(newHead.offset(), log.last());
      interest.member().resync(channel, newHead);
    }
    recall.restart();
  }

  int listeners() {
    return audience.all().size();
  }

  /** Takes an event in; it is given out, with those that arrive together, at the next flush. */
  void publish(Envelope event) {
    Position position = event.position();
    if (position != null) {
      if (head == null || !head.isFollowedBy(position)) {
        throw new IllegalArgumentException(channel + ": " + position + " does not follow " + head);
      }
      head = position;
    }
    outlet.add(log.append(event, headOffset()));
  }

  /** Gives what was published to everybody who hears it and is not behind. */
  void flush() {
    outlet.flush();
  }

  /** Whether everything is in the log that these subscriptions come after. */
  boolean remembers(List<Subscription> wanted) {
    return wanted.stream().noneMatch(this::isTooOld);
  }

  /** Says when what these subscriptions come after is in the log, as far as it is to be had. */
  void recall(List<Subscription> wanted, Runnable done) {
    long after = Long.MAX_VALUE;
    boolean everything = false;
    for (Subscription s : wanted) {
      Position since = s.since();
      if (since != null && head != null && since.sameEpoch(head)) {
        // What is there has to stay until another channel's has come.
        recall.hold(since.offset());
      }
      if (since != null && isTooOld(s)) {
        after = Math.min(after, since.offset());
        everything |= s.isUnrestricted();
      }
    }
    if (head == null || after == Long.MAX_VALUE) {
      done.run();
    } else {
      recall.bring(head, after, everything, done);
    }
  }

  private boolean isTooOld(Subscription wanted) {
    Position since = wanted.since();
    return since != null
        && head != null
        && since.sameEpoch(head)
        && since.offset() < log.offsetBeforeAll(head.offset());
  }

  private void beforeOlder() {
    catchUp.giveUpMisplaced();
  }

  void archiveIsThere(boolean there) {
    recall.archiveIsThere(there);
  }

  /** Lets go of what is old, and of older events that nobody has needed for a while. */
  void forget() {
    recall.tick();
    long old = ages.tick(log.last());
    flush();
    long needed = catchUp.lowest();
    if (recall.isPossible()) {
      log.expire(Math.min(old, needed));
    }
    if (recall.isIdle()) {
      log.release(needed);
    } else {
      log.trim(Math.min(needed, log.sequenceAt(recall.useless())));
    }
  }

  /** Subscribes a member. What it is owed comes with the next {@link #catchUp}. */
  List<Outcome> subscribe(Member member, List<Subscription> wanted) {
    flush();
    Interest interest = audience.join(member, log.last());
    if (!interest.isLive() && !log.reachesBackTo(interest.cursor())) {
      catchUp.giveUp(interest);
    }
    Replay replay = new Replay(log, recall, head, interest, limits.replayBytes());
    for (Subscription s : wanted) {
      interest.restrictTo(s.owner(), offset(interest));
      replay.add(s);
    }
    boolean possible = replay.isPossible();
    Position at = head == null ? null : new Position(head.epoch(), offset(interest));
    List<Outcome> outcomes = new ArrayList<>();
    for (Subscription s : wanted) {
      ResumeOutcome resumed = s.since() == null ? null : replay.outcome(s, s.since());
      Position from = resumed != null && resumed.isRecovered() ? s.since() : at;
      interest.cover(s.target().key(), from == null ? -1 : from.offset());
      audience.enter(interest, s.target().key());
      outcomes.add(outcome(s.target(), from, resumed));
    }
    if (possible) {
      interest.rewindTo(replay.start(), log.last());
    }
    return outcomes;
  }

  private Outcome outcome(Target target, @Nullable Position from, @Nullable ResumeOutcome resumed) {
    if (resumed == null) {
      return new Outcome(target, from, null);
    }
    counters.resumed(resumed);
    if (resumed == ResumeOutcome.LOG) {
      recall.use(from == null ? 0 : from.offset());
    }
    return new Outcome(target, from, resumed.isRecovered());
  }

  /** The offset that an interest has got to. */
  private long offset(Interest interest) {
    return interest.isLive() ? headOffset() : log.offsetAt(interest.cursor(), headOffset());
  }

  /** Gives a member what it is owed, as far as it takes it. */
  void catchUp(Member member) {
    Interest interest = audience.find(member);
    if (interest != null && !interest.isLive()) {
      flush();
      catchUp.advance(interest);
    }
  }

  /** The head, if the member is done with all up to there and has not been told so lately. */
  @Nullable Position quietAt(Member member) {
    Interest interest = audience.find(member);
    if (interest == null) {
      return null;
    }
    flush();
    return interest.wasQuiet() && interest.isLive() ? head : null;
  }

  void unsubscribe(Member member, Target target) {
    flush();
    Interest interest = audience.find(member);
    if (interest != null) {
      audience.leave(interest, target.key());
      if (interest.isEmpty()) {
        catchUp.remove(interest);
      }
    }
  }

  void restrict(Member member, @Nullable String owner) {
    flush();
    Interest interest = audience.find(member);
    if (interest != null) {
      if (!interest.isLive() && !log.reachesBackTo(interest.cursor())) {
        catchUp.giveUp(interest);
      }
      interest.restrictTo(owner, offset(interest));
    }
  }

  void drop(Member member) {
    Interest interest = audience.drop(member);
    if (interest != null) {
      catchUp.remove(interest);
    }
  }

  int subscriptions(Member member) {
    Interest interest = audience.find(member);
    return interest == null ? 0 : interest.size();
  }
}
