package io.kucun.gateway.recovery;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.recovery.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows one client on one channel: after its position comes exactly the next event that it
 * listens to, unless it is told that some may be missing.
 */
public final class Checker {

  private final Truth truth;
  private final Watch watch;
  private final List<Violation> violations = new ArrayList<>();

  /** The first event that the client is not known to have. */
  private int next;

  /** Whether it begins exactly there; otherwise anywhere before it. */
  private boolean exact;

  public Checker(Truth truth, Watch watch) {
    this.truth = truth;
    this.watch = watch;
  }

  /** What is wrong with a history that is over. */
  public static List<Violation> check(Truth truth, Watch watch, List<Told> history) {
    Checker checker = new Checker(truth, watch);
    history.forEach(checker::take);
    checker.end();
    return checker.violations();
  }

  public List<Violation> violations() {
    return violations;
  }

  /** Whether nothing is owed to the client. */
  public boolean isComplete() {
    return truth.next(next, watch) == truth.size();
  }

  void end() {
    if (!isComplete()) {
      found(Kind.INCOMPLETE, "still owed: " + owed());
    }
  }

  public void take(Told told) {
    switch (told) {
      case Told.Answered answered -> answered(answered);
      case Told.Event event -> event(event);
      case Told.Resync resync -> goOnAfter(resync.at(), resync);
      case Told.Upto upto -> upto(upto);
    }
  }

  private void answered(Told.Answered told) {
    boolean recovered = Boolean.TRUE.equals(told.recovered());
    if ((told.since() == null) != (told.recovered() == null)) {
      found(Kind.ANSWER, "recovered, and nothing was asked, or the other way round: " + told);
    } else if (recovered && !Objects.equals(told.since(), told.at())) {
      found(Kind.ANSWER, "recovered from elsewhere: " + told);
    }
    if (told.at() == null) {
      next = told.known();
      exact = false;
    } else {
      goOnAfter(told.at(), told);
    }
  }

  private void goOnAfter(Position at, Told told) {
    int after = truth.after(at);
    if (after < 0 || after > told.known()) {
      found(Kind.INVENTED, "nothing was there: " + told);
      return;
    }
    next = after;
    exact = true;
  }

  private void event(Told.Event told) {
    int index = truth.index(told.at());
    if (index < 0 || index >= told.known()) {
      found(Kind.INVENTED, "nobody published " + told);
      return;
    }
    if (!watch.matches(truth.get(index))) {
      found(Kind.FOREIGN, watch + " got " + told);
    }
    if (index > truth.next(next, watch)) {
      found(Kind.GAP, told + " came, owed was " + owed());
    } else if (exact && index < next) {
      found(Kind.REPEATED, told + " came, owed was " + owed());
    }
    next = index + 1;
    exact = true;
  }

  private void upto(Told.Upto told) {
    int after = truth.after(told.at());
    if (after < 0 || after > told.known()) {
      found(Kind.INVENTED, "nothing was there: " + told);
    } else if (truth.next(next, watch) < after) {
      found(Kind.GAP, told + " was said, owed was " + owed());
    } else if (exact && after < next) {
      found(Kind.REPEATED, told + " was said, owed was " + owed());
    }
    goOnAfter(told.at(), told);
  }

  private @Nullable Committed owed() {
    int index = truth.next(next, watch);
    return index < truth.size() ? truth.get(index) : null;
  }

  private void found(Kind kind, String what) {
    violations.add(new Violation(kind, what));
  }
}
