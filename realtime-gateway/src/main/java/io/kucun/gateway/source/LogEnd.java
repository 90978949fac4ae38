package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Envelope;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Piece;
import io.netty.buffer.ByteBufUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of a channel's log, put together from pieces. There are no more than wanted,
 * and no further piece once they are as large as wanted.
 */
final class LogEnd {

  /** Large events may come before small ones, and then so many of them at once. */
  private static final int MOST_AT_ONCE = 500;

  private static final int GROWTH = 4;

  private final int mostEvents;
  private final long mostBytes;
  private final List<Envelope> newestFirst = new ArrayList<>();
  private long bytes;
  private int asked;
  private int last;
  private long lastBytes;

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
    long average = last == 0 ? 0 : lastBytes / last;
    int most = last == 0 ? MOST_AT_ONCE : Math.min(last * GROWTH, MOST_AT_ONCE);
    last = Math.min(mostEvents - had, Math.min(most, Piece.events(Piece.MOST_BYTES, average)));
    asked += last;
    return last;
  }

  /** Puts the events before all others, the newest first. */
  void add(List<Envelope> piece) {
    newestFirst.addAll(piece);
    lastBytes = piece.stream().mapToLong(e -> ByteBufUtil.utf8Bytes(e.text())).sum();
    bytes += lastBytes;
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
