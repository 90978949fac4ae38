package io.kucun.gateway.hub;

import io.kucun.gateway.envelope.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes so many batches. */
final class Narrow implements Member {
  final List<Batch> batches = new ArrayList<>();
  final List<String> heard = new ArrayList<>();
  int room;

  @Override
  public boolean takes(int bytes) {
    return room > 0;
  }

  @Override
  public void deliver(Batch batch) {
    room--;
    batches.add(batch);
    heard.addAll(Events.texts(batch));
  }

  @Override
  public void resync(String channel, @Nullable Position at) {
    heard.add("resync " + at);
  }

  @Override
  public void degraded(boolean on) {}
}
