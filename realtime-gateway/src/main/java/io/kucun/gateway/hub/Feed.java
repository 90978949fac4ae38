package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One channel: where it stands, its recent past and who listens. */
final class Feed {

  /** What a subscription gives: the answers first, then the events to replay. */
  record Plan(List<Outcome> outcomes, Interest interest, List<Envelope> replay) {}

  private final String channel;
  private final LogLimits limits;
  private final RecentLog log;
  private final Map<Member, Interest> interests = new LinkedHashMap<>();
  private final Set<Interest> whole = new LinkedHashSet<>();
  private final Map<String, Set<Interest>> byKey = new HashMap<>();
  private @Nullable Position head;

  Feed(String channel, LogLimits limits) {
    this.channel = channel;
    this.limits = limits;
    this.log = new RecentLog(limits);
  }

  @Nullable Position head() {
    return head;
  }

  private long offset() {
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
    head = newHead;
    log.clear();
    tail.forEach(log::append);
    interests.values().forEach(i -> i.restart(channel, newHead));
  }

  int listeners() {
    return interests.size();
  }

  /** Gives an event to everybody who hears it; returns how many did. */
  int publish(Envelope event) {
    Position position = event.position();
    if (position != null) {
      if (head == null || !head.isFollowedBy(position)) {
        throw new IllegalArgumentException(channel + ": " + position + " does not follow " + head);
      }
      head = position;
      log.append(event);
    }
    int delivered = 0;
    for (Interest interest : whole) {
      delivered += interest.deliver(event) ? 1 : 0;
    }
    Set<Interest> ofEntity = event.key() == null ? null : byKey.get(event.key());
    if (ofEntity != null) {
      for (Interest interest : ofEntity) {
        delivered += !interest.hasWhole() && interest.deliver(event) ? 1 : 0;
      }
    }
    return delivered;
  }

  Plan subscribe(Member member, List<Subscription> wanted) {
    Interest interest = interests.computeIfAbsent(member, Interest::new);
    Replay replay = new Replay(log, head, interest, limits.replayChars());
    Set<Target> resumable = new LinkedHashSet<>();
    for (Subscription s : wanted) {
      interest.restrictTo(s.owner(), offset());
      if (s.since() != null && replay.add(s.target(), s.since())) {
        resumable.add(s.target());
      }
    }
    List<Envelope> missed = resumable.isEmpty() ? null : replay.missed();
    List<Outcome> outcomes = new ArrayList<>();
    for (Subscription s : wanted) {
      boolean recovered = missed != null && resumable.contains(s.target());
      Position at = recovered ? s.since() : head;
      enter(interest, s.target(), at);
      outcomes.add(new Outcome(s.target(), at, s.since() == null ? null : recovered));
    }
    return new Plan(outcomes, interest, missed == null ? List.of() : missed);
  }

  private void enter(Interest interest, Target target, @Nullable Position at) {
    interest.cover(target.key(), at == null ? -1 : at.offset());
    if (target.key() == null) {
      whole.add(interest);
    } else {
      byKey.computeIfAbsent(target.key(), k -> new LinkedHashSet<>()).add(interest);
    }
  }

  void unsubscribe(Member member, Target target) {
    Interest interest = interests.get(member);
    if (interest == null) {
      return;
    }
    interest.uncover(target.key());
    if (target.key() == null) {
      whole.remove(interest);
    } else {
      leaveKey(interest, target.key());
    }
    if (interest.isEmpty()) {
      interests.remove(member);
    }
  }

  private void leaveKey(Interest interest, String key) {
    Set<Interest> ofEntity = byKey.get(key);
    if (ofEntity != null && ofEntity.remove(interest) && ofEntity.isEmpty()) {
      byKey.remove(key);
    }
  }

  void restrict(Member member, @Nullable String owner) {
    Interest interest = interests.get(member);
    if (interest != null) {
      interest.restrictTo(owner, offset());
    }
  }

  void drop(Member member) {
    Interest interest = interests.remove(member);
    if (interest != null) {
      whole.remove(interest);
      interest.keys().forEach(key -> leaveKey(interest, key));
    }
  }

  int subscriptions(Member member) {
    Interest interest = interests.get(member);
    return interest == null ? 0 : interest.size();
  }
}
