package io.kucun.gateway.hub;

import java.util.ArrayList;
import java.util.List;

/**
 * What was published on one channel and is not given out yet: what arrives together goes together.
 */
final class Outlet {

  private final Audience audience;
  private final CatchUp catchUp;
  private final int stepBytes;
  private List<Message> pending = new ArrayList<>();
  private int pendingBytes;

  Outlet(Audience audience, CatchUp catchUp, int stepBytes) {
    this.audience = audience;
    this.catchUp = catchUp;
    this.stepBytes = stepBytes;
  }

  void add(Message message) {
    if (!pending.isEmpty() && pendingBytes + message.size() > stepBytes) {
      flush();
    }
    pending.add(message);
    pendingBytes += message.size();
  }

  /** Gives what was published to everybody who hears it and is not behind. */
  void flush() {
    if (pending.isEmpty()) {
      return;
    }
    Batch all = Batch.live(pending, pendingBytes);
    pending = new ArrayList<>();
    pendingBytes = 0;
    List<Batch> single = all.messages().size() == 1 ? List.of(all) : null;
    for (Interest interest : audience.whole()) {
      if (interest.isLive() && interest.isUnrestricted()) {
        catchUp.offer(interest, all);
      } else if (interest.isLive()) {
        single = single == null ? all.split() : single;
        single.forEach(one -> offerIfReadable(interest, one));
      }
    }
    if (audience.hasKeys()) {
      single = single == null ? all.split() : single;
      single.forEach(this::offerByKey);
    }
  }

  private void offerByKey(Batch one) {
    for (Interest interest : audience.of(one.messages().getFirst().key())) {
      if (!interest.hasWhole()) {
        offerIfReadable(interest, one);
      }
    }
  }

  private void offerIfReadable(Interest interest, Batch one) {
    if (interest.isLive() && interest.mayRead(one.messages().getFirst())) {
      catchUp.offer(interest, one);
    }
  }
}
