package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Envelope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest events of one channel, which are told when the test says so. */
final class FakeArchive implements Archive {

  record Asked(long before, int atMost, Consumer<? super @Nullable List<Envelope>> answer) {}

  final Deque<Asked> asked = new ArrayDeque<>();
  final List<Envelope> log = new ArrayList<>();
  private final int most;

  FakeArchive(int most) {
    this.most = most;
  }

  void add(Envelope event) {
    log.add(event);
    if (log.size() > most) {
      log.removeFirst();
    }
  }

  @Override
  public void read(
      String channel, long before, int atMost, Consumer<? super @Nullable List<Envelope>> answer) {
    asked.add(new Asked(before, atMost, answer));
  }

  /** Answers the oldest question, with what is true now. */
  void answer() {
    Asked oldest = asked.poll();
    if (oldest != null) {
      List<Envelope> events = log.stream().filter(e -> offset(e) < oldest.before()).toList();
      int from = Math.max(0, events.size() - oldest.atMost());
      oldest.answer().accept(events.subList(from, events.size()));
    }
  }

  void fail() {
    Asked oldest = asked.poll();
    if (oldest != null) {
      oldest.answer().accept(null);
    }
  }

  /** One event is missing from now on, if there is one at this place. */
  void lose(int place) {
    if (place < log.size()) {
      log.remove(place);
    }
  }

  /** The numbering starts over: what is of this one is gone, as nobody knows what is missing. */
  void restart(String epoch) {
    log.removeIf(e -> Objects.requireNonNull(e.position()).epoch().equals(epoch));
  }

  private static long offset(Envelope event) {
    return Objects.requireNonNull(event.position()).offset();
  }
}
