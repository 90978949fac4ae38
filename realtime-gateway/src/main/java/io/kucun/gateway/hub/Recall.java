package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts older events of one channel back in front of its log, read piece by piece, once for all who
 * need them.
 */
final class Recall {

  /** The {@link Archive} of this channel. */
  interface Source {
    void read(long before, int atMost, Consumer<? super @Nullable List<Envelope>> answer);
  }

  /** So many ticks without anybody who needs what was brought, and it is let go of. */
  private static final int QUIET_TICKS = 3;

  /**
   * As long as answers come, so many ticks are waited for all that somebody needs. What a client
   * asks for next waits as long, be it a new token within its grace.
   */
  private static final int MOST_TICKS = 9;

  /** Nothing is known to be gone. */
  private static final long NOWHERE = -1;

  private final RecentLog log;
  private final long replayBytes;
  private final Source source;
  private final HubCounters counters;
  private final Runnable beforeChange;
  private final WaitingRoom waiting;
  private int now;
  private int read;
  private boolean reading;
  private int usedAt;
  private final Need need = new Need(QUIET_TICKS);

  /** How many events were asked for last. */
  private int piece;

  /** When the piece that is being read was asked for: all before it had come. */
  private int askedAt;

  private boolean unreachable;

  /** Nothing before the event after this offset is to be had, as was found since the last tick. */
  private long bottom = NOWHERE;

  private ResumeOutcome obstacle = ResumeOutcome.GONE;

  /**
   * Reads nothing yet.
   *
   * @param beforeChange is run before the log gets a new front
   */
  Recall(
      RecentLog log,
      long replayBytes,
      Source source,
      HubCounters counters,
      Executor soon,
      Runnable beforeChange) {
    this.log = log;
    this.replayBytes = replayBytes;
    this.source = source;
    this.counters = counters;
    this.waiting = new WaitingRoom(counters, soon);
    this.beforeChange = beforeChange;
  }

  /**
   * Runs a task once everything after an offset is in the log, or is known not to come. The log has
   * to lack some of it.
   *
   * @param everything whether all of it is for one who asks to resume, and so bounded
   */
  void bring(Position head, long after, boolean everything, Runnable task) {
    use(after);
    WaitingRoom.Waiting one = new WaitingRoom.Waiting(after, everything, now, task);
    if (unreachable || after < bottom || isTooLarge(one)) {
      task.run();
    } else if (counters.older.isNearlyFull()) {
      obstacle = ResumeOutcome.NO_ROOM;
      task.run();
    } else {
      waiting.add(one);
      if (!reading) {
        log.hold();
        readOn(head);
      }
    }
  }

  private boolean isTooLarge(WaitingRoom.Waiting one) {
    return one.everything() && log.bytes() > replayBytes;
  }

  /** Why something older than the log is not there. */
  ResumeOutcome obstacle(boolean everything) {
    if (everything && log.bytes() > replayBytes) {
      return ResumeOutcome.TOO_LARGE;
    }
    return unreachable ? ResumeOutcome.UNREACHABLE : obstacle;
  }

  /** What comes after this offset is of use still. */
  void use(long after) {
    usedAt = now;
    need.after(after);
  }

  /** What is in the log now after this offset is to stay as long as what is brought. */
  void hold(long after) {
    use(after);
    log.hold();
  }

  /**
   * What was brought up to this offset is of no use any more; nothing while anybody waits for this
   * channel's or another's. A piece more than was needed stays, for the next who comes.
   */
  long useless() {
    boolean quiet = !reading && counters.recalling.get() == 0;
    return quiet ? Math.max(0, need.lowest() - piece) : 0;
  }

  /** A whole piece, though less may be needed: the next who comes may need a little more. */
  private void readOn(Position head) {
    long before = log.offsetBeforeAll(head.offset()) + 1;
    long bytes = Math.min(Piece.MOST_BYTES, counters.older.share());
    int atMost = (int) Math.min(before - 1, Piece.events(bytes, log.averageBytes()));
    int mine = ++read;
    piece = atMost;
    reading = true;
    askedAt = now;
    counters.recalls.increment();
    source.read(
        before,
        atMost,
        events -> {
          if (mine == read) {
            reading = false;
            take(head, before, events, atMost);
          }
        });
  }

  private void take(Position head, long before, @Nullable List<Envelope> events, int asked) {
    if (events == null) {
      end(ResumeOutcome.UNREACHABLE);
      return;
    }
    if (before != log.offsetBeforeAll(head.offset()) + 1) {
      // What these events precede was let go of meanwhile.
      end(ResumeOutcome.NO_ROOM);
      return;
    }
    usedAt = now;
    beforeChange.run();
    int taken = 0;
    while (taken < events.size() && prepend(head, events.get(events.size() - 1 - taken))) {
      taken++;
    }
    counters.recalled.add(taken);
    long reached = log.offsetBeforeAll(head.offset());
    waiting.finish(one -> one.after() >= reached || isTooLarge(one));
    if (taken == asked) {
      if (!waiting.isEmpty()) {
        readOn(head);
      }
    } else if (counters.older.hasRoom()) {
      bottom = reached;
      end(ResumeOutcome.GONE);
    } else {
      end(ResumeOutcome.NO_ROOM);
    }
  }

  /** False if the event is not the one that the log follows, or there is no room for it. */
  private boolean prepend(Position head, Envelope event) {
    Position position = event.position();
    long expected = log.offsetBeforeAll(head.offset());
    return position != null
        && position.sameEpoch(head)
        && position.offset() == expected
        && log.prepend(event, expected);
  }

  private void end(ResumeOutcome why) {
    obstacle = why;
    waiting.finish(one -> true);
  }

  /** The numbering starts over. */
  void restart() {
    bottom = NOWHERE;
    endReading(ResumeOutcome.GONE);
  }

  /** What is being read is of no use, and nobody has to wait for it. */
  private void endReading(ResumeOutcome why) {
    read++;
    reading = false;
    end(why);
  }

  void archiveIsThere(boolean there) {
    unreachable = !there;
    if (unreachable) {
      endReading(ResumeOutcome.UNREACHABLE);
    }
  }

  /** Time has passed: who waits too long is let go, and what was gone may be there again. */
  void tick() {
    now++;
    need.tick();
    bottom = NOWHERE;
    // Thousands of sockets that open at once are slow to give way: what comes, if slowly, is not
    // out of reach.
    int patience = askedAt < now - 1 ? 1 : MOST_TICKS;
    if (waiting.finish(one -> one.since() < now - patience)) {
      obstacle = ResumeOutcome.UNREACHABLE;
    }
  }

  /** Whether what is dropped from memory can be had again. */
  boolean isPossible() {
    return !unreachable;
  }

  /** Whether nobody has needed what was brought for a while, nor waits for another channel's. */
  boolean isIdle() {
    return now - usedAt >= QUIET_TICKS && !reading && counters.recalling.get() == 0;
  }
}
