package io.kucun.inventory.csv;

import io.kucun.inventory.web.ProblemCode;
import io.kucun.inventory.web.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many files are in work at the same time. Thread-safe. */
final class Slots {
  private final int most;
  private final AtomicInteger taken = new AtomicInteger();

  Slots(int most) {
    this.most = most;
  }

  /**
   * Takes a slot; whoever got one gives it back.
   *
   * @throws ProblemException 503 if none is left
   */
  void take() {
    if (taken.incrementAndGet() > most) {
      giveBack();
      throw new ProblemException(ProblemCode.UNAVAILABLE, CsvPhrase.OTHER_FILES.with(most));
    }
  }

  void giveBack() {
    taken.decrementAndGet();
  }

  int taken() {
    return taken.get();
  }
}
