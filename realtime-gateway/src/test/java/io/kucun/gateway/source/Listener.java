package io.kucun.gateway.source;

import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.hub.Events;
import io.kucun.gateway.hub.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that accepts a step in the numbering only to the next event, or by a resync. */
final class Listener implements Member {

  final List<String> heard = new ArrayList<>();
  @Nullable Position position;
  int resyncs;

  @Override
  public boolean takes(int bytes) {
    return true;
  }

  @Override
  public void deliver(Batch batch) {
    Events.texts(batch).forEach(this::hear);
  }

  private void hear(String text) {
    Position given = Position.parse(text);
    boolean first = position == null && given.offset() == 1;
    if (!first && (position == null || !position.isFollowedBy(given))) {
      throw new IllegalStateException(given + " after " + position);
    }
    position = given;
    heard.add(text);
  }

  @Override
  public void resync(String channel, @Nullable Position at) {
    resyncs++;
    position = at;
    heard.add("resync " + at);
  }

  @Override
  public void degraded(boolean on) {
    heard.add("degraded " + on);
  }
}
