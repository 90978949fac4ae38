package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest events of a channel's log, put together from pieces. Bounded by count and size. */
final class LogEnd {

  private final int mostEvents;
  private final long mostBytes;
  private final List<Envelope> newestFirst = new ArrayList<>();
  private long bytes;
  private int asked;

  LogEnd(int mostEvents, long mostBytes) {
    this.mostEvents = mostEvents;
    this.mostBytes = mostBytes;
  }

  /** How many events are asked for now; 0 if there are enough, or no more to be had. */
  int ask() {
    int had = newestFirst.size();
    if (had < asked || bytes >= mostBytes) {
      return 0;
    }
    int more =
        Math.min(mostEvents - had, Piece.events(Piece.MOST_BYTES, had == 0 ? 0 : bytes / had));
    asked += more;
    return more;
  }

  /** Puts the events before all others, the newest first. */
  void add(List<Envelope> piece) {
    newestFirst.addAll(piece);
    piece.forEach(event -> bytes += event.text().length());
  }

  /** Where the next piece ends, as Redis is asked for it. */
  String before() {
    Position first = newestFirst.isEmpty() ? null : newestFirst.getLast().position();
    return first == null ? "+" : "(" + first.offset() + "-0";
  }

  Tail tail(@Nullable Position position) {
    return new Tail(position, Collections.unmodifiableList(newestFirst.reversed()));
  }
}
