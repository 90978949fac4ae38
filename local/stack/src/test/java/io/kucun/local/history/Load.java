package io.kucun.local.history;

import io.kucun.local.rig.Await;
import io.kucun.local.rig.Workers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Readers, writers and one who follows the events, until this is closed. */
final class Load implements AutoCloseable {
  /** The first product of a shelf is left to the faults. */
  static final int QUIET = 0;

  private static final int READERS = 12;
  private static final int LONGEST_PAUSE_NANOS = 200_000_000;

  private final Session session;
  private final Workers workers = new Workers();
  private final Events events;

  /** One writer for each product but the quiet one. */
  Load(Session session) {
    this.session = session;
    this.events = new Events(session);
    for (int i = 0; i < READERS; i++) {
      workers.add(() -> new Reader(session), Reader::read);
    }
    for (int i = QUIET + 1; i < session.shelf().products().size(); i++) {
      int product = i;
      workers.add(() -> new Writer(session), writer -> write(writer, product));
    }
  }

  /** Waits until it holds; fails when a reader or writer does. */
  void until(String what, Duration limit, BooleanSupplier condition) {
    try {
      Await.until(
          what,
          limit,
          () -> {
            workers.check();
            return condition.getAsBoolean();
          });
    } catch (AssertionError e) {
      String counts = String.join("\n", session.tally().lines());
      throw new AssertionError(e.getMessage() + ", with\n" + counts, e);
    }
  }

  /** Waits for that many more. */
  void untilMore(String what, long more, Duration limit) {
    long before = session.tally().of(what);
    until(more + " more " + what, limit, () -> session.tally().of(what) >= before + more);
  }

  private static void write(Writer writer, int product) {
    writer.write(product, Session.any(List.of(Register.Kind.values())));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_NANOS));
  }

  @Override
  public void close() {
    workers.stop();
    events.close();
  }
}
