package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One channel: where it stands, its recent past and who listens. */
final class Feed {

  /** The most that is given out, or replayed, in one piece. */
  static final int STEP_BYTES = 16 * 1024;

  private final String channel;
  private final LogLimits limits;
  private final RecentLog log;
  private final CatchUp catchUp;
  private final Audience audience = new Audience();
  private List<Message> pending = new ArrayList<>();
  private int pendingBytes;
  private @Nullable Position head;

  Feed(String channel, LogLimits limits, HubCounters counters) {
    this.channel = channel;
    this.limits = limits;
    this.log = new RecentLog(limits);
    this.catchUp = new CatchUp(channel, log, STEP_BYTES, counters);
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
    Message message = log.append(event, headOffset());
    if (!pending.isEmpty() && pendingBytes + message.size() > STEP_BYTES) {
      flush();
    }
    pending.add(message);
    pendingBytes += message.size();
  }

  /** Gives what was published to everybody who hears it and is not behind. */
  void flush() {
    if (pending.isEmpty()) {
      return;
    }
    Batch all = new Batch(pending, pendingBytes);
    pending = new ArrayList<>();
    pendingBytes = 0;
    List<Batch> single = all.messages().size() == 1 ? List.of(all) : null;
    for (Interest interest : audience.whole()) {
      if (interest.isLive() && interest.isUnrestricted()) {
        catchUp.offer(interest, all);
      } else if (interest.isLive()) {
        single = single == null ? all.split() : single;
        single.forEach(one -> offerIfReadable(interest, one));
      }
    }
    if (audience.hasKeys()) {
      single = single == null ? all.split() : single;
      single.forEach(this::offerByKey);
    }
  }

  private void offerByKey(Batch one) {
    for (Interest interest : audience.of(one.messages().getFirst().key())) {
      if (!interest.hasWhole()) {
        offerIfReadable(interest, one);
      }
    }
  }

  private void offerIfReadable(Interest interest, Batch one) {
    if (interest.isLive() && interest.mayRead(one.messages().getFirst())) {
      catchUp.offer(interest, one);
    }
  }

  /** Subscribes a member. What it is owed comes with the next {@link #catchUp}. */
  List<Outcome> subscribe(Member member, List<Subscription> wanted) {
    flush();
    Interest interest = audience.join(member, log.last());
    if (!interest.isLive() && !log.reachesBackTo(interest.cursor())) {
      catchUp.giveUp(interest, head);
    }
    Replay replay = new Replay(log, head, interest, limits.replayBytes());
    Set<Target> resumable = new LinkedHashSet<>();
    for (Subscription s : wanted) {
      interest.restrictTo(s.owner(), offset(interest));
      if (s.since() != null && replay.add(s.target(), s.since())) {
        resumable.add(s.target());
      }
    }
    boolean possible = !resumable.isEmpty() && replay.isPossible();
    Position at = head == null ? null : new Position(head.epoch(), offset(interest));
    List<Outcome> outcomes = new ArrayList<>();
    for (Subscription s : wanted) {
      boolean recovered = possible && resumable.contains(s.target());
      Position from = recovered ? s.since() : at;
      interest.cover(s.target().key(), from == null ? -1 : from.offset());
      audience.enter(interest, s.target().key());
      outcomes.add(new Outcome(s.target(), from, s.since() == null ? null : recovered));
    }
    if (possible) {
      interest.rewindTo(replay.start(), log.last());
    }
    return outcomes;
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
      catchUp.advance(interest, head);
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
        catchUp.giveUp(interest, head);
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
