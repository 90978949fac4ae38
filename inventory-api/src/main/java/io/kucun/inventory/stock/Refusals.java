package io.kucun.inventory.stock;

import io.kucun.inventory.web.Flaw;
import io.kucun.inventory.web.Problem.Shortage;
import io.kucun.inventory.web.ProblemException;
import io.kucun.inventory.web.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the lines of a document, so that the caller learns of all of it at once. The
 * first refusal gives the problem its code.
 */
final class Refusals {
  private final List<Refusal> refusals = new ArrayList<>();

  /** Does a line's work and keeps its refusal. */
  void attempt(Runnable line) {
    try {
      line.run();
    } catch (ProblemException e) {
      refusals.add(e.refusal());
    }
  }

  /**
   * Refuses the document if a line was refused.
   *
   * @throws ProblemException that names every faulty line
   */
  void raise() {
    if (refusals.isEmpty()) {
      return;
    }
    if (refusals.size() == 1) {
      throw new ProblemException(refusals.getFirst());
    }
    List<Flaw> flaws = refusals.stream().flatMap(each -> each.flaws().stream()).toList();
    List<Shortage> shortages =
        refusals.stream().flatMap(each -> each.shortages().stream()).toList();
    Refusal all = Refusal.of(refusals.getFirst().code(), flaws);
    throw new ProblemException(new Refusal(all.code(), all.detail(), flaws, shortages));
  }
}
