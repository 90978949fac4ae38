package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one channel of the hub in step with Redis. While it compares with Redis (after the link
 * came up, at a gap, at another epoch) arriving events wait; they are never lost, for what does not
 * fit is found missing and read from the log.
 */
final class ChannelSync {

  private enum State {
    STOPPED,
    COMPARING,
    LIVE
  }

  private final String channel;
  private final Hub hub;
  private final LogReader reader;
  private final SourceCounters counters;
  private final Runnable onLive;
  private final Consumer<Throwable> onFailure;
  private final Waiting waiting = new Waiting();
  private final Pursuers pursuers;
  private State state = State.STOPPED;
  private int comparison;
  private int turnsWithoutLink;
  private @Nullable Position awaited;

  ChannelSync(
      String channel,
      Hub hub,
      LogReader reader,
      SourceCounters counters,
      Runnable onLive,
      Consumer<Throwable> onFailure) {
    this.channel = channel;
    this.hub = hub;
    this.reader = reader;
    this.counters = counters;
    this.pursuers = new Pursuers(counters.pursuing);
    this.onLive = onLive;
    this.onFailure = onFailure;
  }

  boolean isLive() {
    return state == State.LIVE;
  }

  /** The link is up: events arrive from now on. */
  void start() {
    turnsWithoutLink = 0;
    waiting.clear();
    compare();
  }

  /** The link is gone; what Redis publishes meanwhile is found at the next {@link #start}. */
  void stop() {
    state = State.STOPPED;
    comparison++;
    awaited = null;
    waiting.clear();
  }

  /**
   * Compares with Redis for somebody who has seen more than the hub; says when that is done or
   * cannot be. All who ask meanwhile share the next comparison: the one that goes on may have read
   * too early for them. A link that is lost may be back within seconds, and is waited for; one that
   * has been gone for longer is not.
   */
  void pursue(Runnable done) {
    if (turnsWithoutLink >= Pursuers.PATIENCE || !pursuers.add(done)) {
      done.run();
    } else if (state == State.LIVE) {
      compare();
    }
  }

  /** Time has passed, about two seconds: nobody waits for ever. */
  void turn() {
    if (state == State.STOPPED) {
      turnsWithoutLink++;
    }
    pursuers.turn();
  }

  void receive(Envelope event) {
    if (event.position() == null) {
      hub.publish(event);
    } else if (state == State.LIVE) {
      if (!take(event, event.position(), false)) {
        waiting.add(event);
        compareAtGap();
      }
    } else if (state == State.COMPARING) {
      waiting.add(event);
    }
  }

  /**
   * Takes note of where Redis says the channel stands. An event that is on its way is not lost, so
   * only what has not arrived by the next check starts a comparison; another numbering does so at
   * once.
   *
   * @param before the head when Redis was asked; events may have overtaken the answer since
   */
  void check(@Nullable Position before, Position position) {
    if (state != State.LIVE) {
      return;
    }
    boolean restarted =
        before != null && (!before.sameEpoch(position) || before.offset() > position.offset());
    Position head = hub.head(channel);
    if (restarted || (awaited != null && isBehind(head, awaited))) {
      awaited = null;
      compare();
    } else {
      awaited = isBehind(head, position) ? position : null;
    }
  }

  private static boolean isBehind(@Nullable Position head, Position position) {
    return head == null || !head.sameEpoch(position) || head.offset() < position.offset();
  }

  private void compareAtGap() {
    counters.gaps.increment();
    compare();
  }

  private void compare() {
    state = State.COMPARING;
    waiting.ask();
    int mine = ++comparison;
    pursuers.begin();
    reader
        .tail(channel, hub.head(channel))
        .subscribe()
        .with(
            tail -> {
              if (mine == comparison) {
                adopt(tail);
              }
            },
            failure -> {
              if (mine == comparison) {
                onFailure.accept(failure);
              }
            });
  }

  private void adopt(Tail tail) {
    if (tail.position() != null) {
      catchUp(tail, tail.position());
    }
    state = State.LIVE;
    List<Runnable> done = pursuers.end();
    // What was lost since Redis was asked, it may not have had then.
    if (waiting.giveTo(
        (event, asked) ->
            (asked && passOver(event, tail)) || take(event, positionOf(event), asked))) {
      onLive.run();
    } else {
      compareAtGap();
    }
    done.forEach(Runnable::run);
    if (pursuers.isAnyLate() && state == State.LIVE) {
      compare();
    }
  }

  private void catchUp(Tail tail, Position position) {
    Position head = hub.head(channel);
    List<Envelope> unbroken = tail.unbroken();
    Position last = unbroken.isEmpty() ? null : unbroken.getLast().position();
    boolean logIsComplete = last != null && last.offset() >= position.offset();
    if (head != null && head.sameEpoch(position) && head.offset() <= position.offset()) {
      List<Envelope> missed = unbroken.stream().filter(e -> isAfter(head, e)).toList();
      if (head.offset() == position.offset() && missed.isEmpty()) {
        return;
      }
      if (logIsComplete && head.isFollowedBy(positionOf(missed.getFirst()))) {
        missed.forEach(hub::publish);
        counters.filled.add(missed.size());
        return;
      }
    }
    if (head != null) {
      counters.restarts.increment();
    }
    if (logIsComplete && last != null) {
      hub.restart(channel, last, unbroken);
    } else {
      hub.restart(channel, position, List.of());
    }
  }

  /** True, and done with it, if Redis named another numbering after the event had arrived. */
  private boolean passOver(Envelope event, Tail tail) {
    boolean past = tail.position() != null && !tail.position().sameEpoch(positionOf(event));
    if (past) {
      counters.duplicates.increment();
    }
    return past;
  }

  /** False if something is missing before this event, and Redis may have it. */
  private boolean take(Envelope event, Position position, boolean compared) {
    Position head = hub.head(channel);
    if (head == null && position.offset() == 1) {
      hub.begin(channel, new Position(position.epoch(), 0));
      hub.publish(event);
    } else if (head != null && head.isFollowedBy(position)) {
      hub.publish(event);
    } else if (head != null && head.sameEpoch(position) && position.offset() <= head.offset()) {
      counters.duplicates.increment();
    } else if (compared) {
      counters.restarts.increment();
      hub.restart(channel, new Position(position.epoch(), position.offset() - 1), List.of());
      hub.publish(event);
    } else {
      return false;
    }
    return true;
  }

  private static boolean isAfter(Position head, Envelope event) {
    return positionOf(event).offset() > head.offset();
  }

  private static Position positionOf(Envelope event) {
    if (event.position() == null) {
      throw new IllegalArgumentException("the log holds numbered events only");
    }
    return event.position();
  }
}
