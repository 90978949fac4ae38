package io.kucun.inventory.cache;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look, and the reads that wait for it. Confined to one event loop. */
final class SharedLook {
  private final Question question;
  private final List<Waiter> waiting = new ArrayList<>(1);
  private Deadlines.@Nullable Wait<Look> wait;
  private @Nullable Copy copy;
  private boolean over;

  /** A read, and where it goes on. */
  private record Waiter(Lookup.Outcome outcome, @Nullable Context here) {}

  SharedLook(Question question) {
    this.question = question;
  }

  Question question() {
    return question;
  }

  /** From now on it needs the head of the entry only, if there is a copy of the body. */
  void compareWith(@Nullable Copy kept) {
    copy = kept;
  }

  /** What it compares the head with; null for nothing. */
  @Nullable Copy copy() {
    return copy;
  }

  /** Whether it reads the entry with its body. */
  boolean readsBody() {
    return question.whole() && copy == null;
  }

  /** How many reads wait. */
  int size() {
    return waiting.size();
  }

  /** Whether those who waited have been told. */
  boolean isOver() {
    return over;
  }

  /** The first outcome that this is told counts, be it that it is late. */
  void watchedBy(Deadlines.Wait<Look> deadline) {
    wait = deadline;
  }

  /** One more read waits; it goes on where it is. */
  void add(Lookup.Outcome outcome) {
    waiting.add(new Waiter(outcome, Vertx.currentContext()));
  }

  void succeed(Look look) {
    if (wait != null) {
      wait.succeed(look);
    }
  }

  void fail(Throwable reason) {
    if (wait != null) {
      wait.fail(reason);
    }
  }

  void tellSeen(Look look) {
    over = true;
    waiting.forEach(one -> Here.run(one.here(), () -> one.outcome().seen(look)));
  }

  void tellFailed(Throwable reason) {
    over = true;
    waiting.forEach(one -> Here.run(one.here(), () -> one.outcome().failed(reason)));
  }
}
