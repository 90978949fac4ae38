package io.kucun.local.replay;

import java.util.ArrayList;
import java.util.List;

/** Compares what was acknowledged with what each witness saw, between two settled moments. */
final class Checks {
  private final Snapshot start;
  private final Snapshot end;
  private final Witness frames;
  private final Witness redis;
  private final Witness rows;
  private final List<Check> results = new ArrayList<>();

  Checks(Snapshot start, Snapshot end, Witness frames, Witness redis, Witness rows) {
    this.start = start;
    this.end = end;
    this.frames = frames;
    this.redis = redis;
    this.rows = rows;
  }

  List<Check> run(Tally.Counts counts, long lotsOffLedger) {
    results.add(
        new Check(
            "every line is accounted for",
            counts.isComplete() && counts.failed() == 0,
            counts.failed() + " lines failed"));
    results.add(
        new Check(
            "one numbering of events",
            start.epoch().equals(end.epoch()),
            "epoch " + start.epoch() + ", then " + end.epoch()));
    long moves = rows.of(Channels.INVENTORY).stream().filter(Seen::moves).count();
    long ledger = end.ledgerRows() - start.ledgerRows();
    results.add(Check.equal("inventory events = ledger rows", "events", moves, "new rows", ledger));
    results.add(
        Check.equal(
            "orders events = transitions",
            "events",
            rows.of(Channels.ORDERS).size(),
            "acknowledged",
            counts.transitions()));
    Channels.ALL.forEach(this::channel);
    results.add(
        Check.equal("the ledger adds up to the stock", "lots off", lotsOffLedger, "allowed", 0));
    return results;
  }

  private void channel(String name) {
    List<Seen> framed = frames.of(name);
    List<Seen> logged = redis.of(name);
    List<Seen> stored = rows.of(name);
    long expected = end.offset(name) - start.offset(name);
    boolean complete =
        isGapFree(framed, name) && isGapFree(logged, name) && isGapFree(stored, name);
    boolean counted =
        framed.size() == expected && logged.size() == expected && stored.size() == expected;
    boolean same = counted && isSame(framed, logged, stored);
    results.add(
        new Check(
            name + ": frames = Redis = PostgreSQL",
            complete && counted && same,
            "%d frames, %d in Redis, %d in PostgreSQL, %s, %s"
                .formatted(
                    framed.size(),
                    logged.size(),
                    stored.size(),
                    complete ? "in order, none twice" : "NOT in order without gap",
                    same ? "the same bytes" : "NOT the same")));
  }

  /** Each offset follows the one before, from the start: so none is missing and none is twice. */
  private boolean isGapFree(List<Seen> events, String channel) {
    long last = start.offset(channel);
    for (Seen event : events) {
      if (event.offset() != last + 1) {
        return false;
      }
      last = event.offset();
    }
    return true;
  }

  private static boolean isSame(List<Seen> framed, List<Seen> logged, List<Seen> stored) {
    for (int i = 0; i < framed.size(); i++) {
      boolean bytes = framed.get(i).bytes() == logged.get(i).bytes();
      boolean data = framed.get(i).data() == stored.get(i).data();
      if (!bytes || !data) {
        return false;
      }
    }
    return true;
  }
}
