package io.kucun.inventory.cache;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The looks of one event loop: of each question one is under way, and one is next. A read never
 * shares the one under way, for that may have seen Redis before the read began; all who come
 * meanwhile share the next one, which is sent after they came. What becomes due in one turn of the
 * loop is sent together. Confined to its event loop.
 */
final class SharedLooks {
  /** Commands are answered together, so the first of them waits for the last. */
  private static final int TOGETHER = 16;

  private final int most;
  private final Executor endOfTurn;
  private final Exchange exchange;
  private final Map<Question, Line> lines = new HashMap<>();
  private final Queue<SharedLook> due = new ArrayDeque<>();

  /** How looks reach Redis. */
  interface Exchange {
    /** Begins the wait for a look; its outcome, or that it is late, goes to one of the two. */
    Deadlines.Wait<Look> await(SharedLook look, Consumer<Look> seen, Consumer<Throwable> failed);

    /** Sends looks in one write, and tells each its outcome. */
    void send(List<SharedLook> looks);
  }

  private static final class Line {
    private @Nullable SharedLook underWay;
    private @Nullable SharedLook next;
  }

  /**
   * Starts with none.
   *
   * @param most reads that wait for one look; who comes then looks alone
   * @param endOfTurn runs a task on the loop, after what it has been woken for
   */
  SharedLooks(int most, Executor endOfTurn, Exchange exchange) {
    this.most = most;
    this.endOfTurn = endOfTurn;
    this.exchange = exchange;
  }

  /** Tells a read what a look saw that was sent after this call. */
  void join(Question question, Lookup.Outcome read) {
    Line line = lines.computeIfAbsent(question, asked -> new Line());
    SharedLook next = line.next;
    if (next != null && next.size() < most) {
      next.add(read);
      return;
    }
    SharedLook fresh = new SharedLook(question);
    fresh.add(read);
    if (next == null) {
      line.next = fresh;
    }
    // From its first read on: nobody waits longer than the budget, for whatever reason.
    fresh.watchedBy(
        exchange.await(fresh, found -> seen(fresh, found), reason -> failed(fresh, reason)));
    if (next != null || line.underWay == null) {
      becomesDue(fresh);
    }
  }

  private void seen(SharedLook look, Look found) {
    over(look);
    look.tellSeen(found);
  }

  private void failed(SharedLook look, Throwable reason) {
    over(look);
    look.tellFailed(reason);
  }

  /** Questions that somebody waits for. */
  int size() {
    return lines.size();
  }

  private void over(SharedLook look) {
    Line line = lines.get(look.question());
    if (line == null) {
      return;
    }
    if (line.underWay == look) {
      line.underWay = null;
      if (line.next != null) {
        becomesDue(line.next);
      }
    } else if (line.next == look) {
      line.next = null; // Late before it could be sent.
    }
    if (line.underWay == null && line.next == null) {
      lines.remove(look.question());
    }
  }

  private void becomesDue(SharedLook look) {
    due.add(look);
    if (due.size() == 1) {
      endOfTurn.execute(this::sendDue);
    }
  }

  private void sendDue() {
    while (!due.isEmpty()) {
      List<SharedLook> together = new ArrayList<>(Math.min(due.size(), TOGETHER));
      while (!due.isEmpty() && together.size() < TOGETHER) {
        SharedLook look = due.remove();
        if (!look.isOver()) {
          leaves(look);
          together.add(look);
        }
      }
      if (!together.isEmpty()) {
        exchange.send(together);
      }
    }
  }

  /** From now on nobody joins it. */
  private void leaves(SharedLook look) {
    Line line = lines.get(look.question());
    if (line != null && line.next == look) {
      line.next = null;
      line.underWay = look;
    }
  }
}
