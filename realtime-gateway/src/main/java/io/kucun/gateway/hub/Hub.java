package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings events to those who listen. Belongs to one thread. */
public final class Hub {

  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final Set<Member> members = new LinkedHashSet<>();
  private final HubCounters counters;
  private final Executor soon;
  private boolean flushIsDue;
  private boolean degraded;

  /** Remembers what its limits say, and nothing older. */
  public Hub(Set<String> channels, LogLimits limits, Executor soon) {
    this(channels, limits, (channel, before, atMost, answer) -> answer.accept(List.of()), 0, soon);
  }

  /**
   * Starts with channels that have no numbering yet.
   *
   * @param archive has older events
   * @param olderBytes how much of it is kept at most, over all channels, for those who need it
   * @param soon runs a task on the hub's thread after what goes on there now: events that are
   *     published until then are given out together
   */
  public Hub(
      Set<String> channels, LogLimits limits, Archive archive, long olderBytes, Executor soon) {
    this.counters = new HubCounters(new Allowance(olderBytes));
    this.soon = soon;
    for (String channel : channels) {
      Recall.Source source =
          (before, atMost, answer) -> archive.read(channel, before, atMost, answer);
      feeds.put(channel, new Feed(channel, limits, source, counters, soon));
    }
  }

  public HubCounters counters() {
    return counters;
  }

  public void join(Member member) {
    if (members.add(member) && degraded) {
      member.degraded(true);
    }
  }

  public void leave(Member member) {
    if (members.remove(member)) {
      for (Feed feed : feeds.values()) {
        counters.subscriptions.addAndGet(-feed.subscriptions(member));
        feed.drop(member);
      }
    }
  }

  /**
   * Subscribes a member that has joined. {@code answer} is called before the first event of these
   * subscriptions is delivered; outcomes are in the order of {@code wanted}, whose channels must
   * exist.
   *
   * <p>On one channel the resumes of one call succeed together or not at all. A resume that would
   * have to deliver an event behind one that the member already got from this hub is not recovered.
   * What is replayed comes as fast as the member takes it; should the log move on before it has got
   * everything, it is told to resync.
   */
  public void subscribe(Member member, List<Subscription> wanted, Consumer<List<Outcome>> answer) {
    if (!members.contains(member)) {
      return;
    }
    Map<String, List<Subscription>> byChannel = byChannel(wanted);
    Map<Target, Outcome> outcomes = new LinkedHashMap<>();
    byChannel.forEach((channel, subscriptions) -> {
      Feed feed = feed(channel);
      counters.subscriptions.addAndGet(-feed.subscriptions(member));
      List<Outcome> ofFeed = feed.subscribe(member, subscriptions);
      counters.subscriptions.addAndGet(feed.subscriptions(member));
      ofFeed.forEach(o -> outcomes.put(o.target(), o));
    });
    answer.accept(wanted.stream().map(s -> outcomes.get(s.target())).toList());
    byChannel.keySet().forEach(channel -> feed(channel).catchUp(member));
  }

  /** The channels in whose numbering somebody has seen more than is known here. */
  public Set<String> ahead(List<Subscription> wanted) {
    Set<String> ahead = new LinkedHashSet<>();
    for (Subscription s : wanted) {
      Position head = feed(s.target().channel()).head();
      Position since = s.since();
      if (since != null
          && (head == null || (head.sameEpoch(since) && since.offset() > head.offset()))) {
        ahead.add(s.target().channel());
      }
    }
    return ahead;
  }

  /**
   * Says when everything is in memory that these subscriptions come after, or as much of it as is
   * to be had: at once if nothing is missing, within two calls of {@link #forget} if the archive
   * does not answer, and within ten in any case. What is missing is read once for all who miss it.
   */
  public void recall(List<Subscription> wanted, Runnable done) {
    Map<String, List<Subscription>> byChannel = byChannel(wanted);
    if (byChannel.entrySet().stream().allMatch(e -> feed(e.getKey()).remembers(e.getValue()))) {
      done.run();
      return;
    }
    AtomicInteger left = new AtomicInteger(byChannel.size() + 1);
    Runnable one =
        () -> {
          if (left.decrementAndGet() == 0) {
            done.run();
          }
        };
    byChannel.forEach((channel, subscriptions) -> feed(channel).recall(subscriptions, one));
    one.run();
  }

  /** To be called every few seconds: lets go of the older past that nobody uses any more. */
  public void forget() {
    feeds.values().forEach(Feed::forget);
  }

  private static Map<String, List<Subscription>> byChannel(List<Subscription> subscriptions) {
    Map<String, List<Subscription>> byChannel = new LinkedHashMap<>();
    subscriptions.forEach(
        s -> byChannel.computeIfAbsent(s.target().channel(), c -> new ArrayList<>()).add(s));
    return byChannel;
  }

  /** Brings a member forward that has fallen behind and has room again. */
  public void catchUp(Member member) {
    if (members.contains(member)) {
      feeds.values().forEach(feed -> feed.catchUp(member));
    }
  }

  /**
   * Where those channels stand to which a member listens, without having subscribed there or been
   * given anything since this was asked last: there was nothing for it. It may resume from there,
   * as long as nothing was handed to it since.
   */
  public Map<String, Position> quiet(Member member) {
    Map<String, Position> quiet = new LinkedHashMap<>();
    feeds.forEach((channel, feed) -> {
      Position at = feed.quietAt(member);
      if (at != null) {
        quiet.put(channel, at);
      }
    });
    return quiet;
  }

  public void unsubscribe(Member member, Target target) {
    Feed feed = feeds.get(target.channel());
    if (feed != null) {
      int before = feed.subscriptions(member);
      feed.unsubscribe(member, target);
      counters.subscriptions.addAndGet(feed.subscriptions(member) - before);
    }
  }

  /**
   * From now on the member hears of this channel only what belongs to {@code owner}; all if null.
   */
  public void restrict(Member member, String channel, @Nullable String owner) {
    feed(channel).restrict(member, owner);
  }

  /** Where a channel stands; null before its first {@link #restart}. */
  public @Nullable Position head(String channel) {
    return feed(channel).head();
  }

  /** Gives out an event that directly follows the channel's head, or has no position. */
  public void publish(Envelope event) {
    counters.events.increment();
    feed(event.channel()).publish(event);
    if (!flushIsDue) {
      flushIsDue = true;
      soon.execute(this::flush);
    }
  }

  private void flush() {
    flushIsDue = false;
    feeds.values().forEach(Feed::flush);
  }

  /** Sets where a channel starts that had no numbering yet; nobody has missed anything. */
  public void begin(String channel, Position head) {
    feed(channel).begin(head);
  }

  /**
   * Sets where a channel stands. Whoever listens is told to resync.
   *
   * @param tail events without a gap, the last of which is at {@code head}; may be empty
   */
  public void restart(String channel, Position head, List<Envelope> tail) {
    Feed feed = feed(channel);
    counters.resyncs.add(feed.listeners());
    feed.restart(head, tail);
  }

  /** Tells every member when the source of events goes out of reach and when it is back. */
  public void degraded(boolean on) {
    if (degraded != on) {
      flush();
      degraded = on;
      members.forEach(member -> member.degraded(on));
      feeds.values().forEach(feed -> feed.archiveIsThere(!on));
    }
  }

  private Feed feed(String channel) {
    Feed feed = feeds.get(channel);
    if (feed == null) {
      throw new IllegalArgumentException("no channel " + channel);
    }
    return feed;
  }
}
