package io.kucun.local.history;

import io.kucun.local.history.History.Acknowledged;
import io.kucun.local.history.History.Attempt;
import io.kucun.local.history.History.Seen;
import io.kucun.local.history.History.Started;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a history against the promise: no read shows less than the newest write that was
 * acknowledged, or whose event was delivered, before it began, nor more than the writes that were
 * sent before it ended. A write without an acknowledgement may show or not.
 */
final class Checker {
  private final Map<Register, Timeline> timelines = new HashMap<>();

  private Checker(History history) {
    history.starts().forEach(it -> timelines.put(it.register(), new Timeline(it)));
    history.attempts().stream()
        .sorted(Comparator.comparingLong(Attempt::at))
        .forEach(it -> of(it.register()).attempts.add(it.at()));
    history.acknowledged().stream()
        .sorted(Comparator.comparingLong(Acknowledged::at))
        .forEach(it -> of(it.register()).acknowledge(it));
  }

  static List<Violation> check(History history) {
    Checker checker = new Checker(history);
    return history.seen().stream().flatMap(read -> Stream.ofNullable(checker.judge(read))).toList();
  }

  private Timeline of(Register register) {
    return timelines.computeIfAbsent(register, it -> new Timeline(new Started(it, 0)));
  }

  private @Nullable Violation judge(Seen read) {
    Timeline timeline = timelines.get(read.register());
    return timeline == null
        ? new Violation(Violation.Kind.UNKNOWN, read, 0, 0)
        : timeline.judge(read);
  }

  /** The bounds of one register over time. */
  private static final class Timeline {
    private final long start;
    private final List<Long> attempts = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Long> newest = new ArrayList<>();

    Timeline(Started started) {
      this.start = started.number();
    }

    /** Acknowledgements may arrive out of order: what counts is the newest so far. */
    void acknowledge(Acknowledged write) {
      long before = newest.isEmpty() ? start : newest.getLast();
      times.add(write.at());
      newest.add(Math.max(before, write.number()));
    }

    @Nullable Violation judge(Seen read) {
      int known = before(times, read.began());
      long least = known == 0 ? start : newest.get(known - 1);
      if (read.number() < least) {
        return new Violation(Violation.Kind.STALE, read, least, millis(read, least));
      }
      long most = start + before(attempts, read.ended());
      return read.number() > most ? new Violation(Violation.Kind.INVENTED, read, most, 0) : null;
    }

    private long millis(Seen read, long least) {
      return newest.contains(least)
          ? (read.began() - times.get(newest.indexOf(least))) / 1_000_000
          : 0;
    }

    /** How many of these sorted times are earlier; two at once have no order. */
    private static int before(List<Long> sorted, long time) {
      int low = 0;
      int high = sorted.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted.get(middle) < time) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
