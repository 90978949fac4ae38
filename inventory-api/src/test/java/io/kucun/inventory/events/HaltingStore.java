package io.kucun.inventory.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** The store of a relay that can be halted. */
final class HaltingStore extends EventStore {
  private final Gates gates;

  HaltingStore(Pool pool, Gates gates) {
    super(pool);
    this.gates = gates;
  }

  @Override
  Uni<Channels> channels() {
    return gates.before(Point.BEFORE_COMPARING, super::channels);
  }

  @Override
  Uni<Integer> assign(Hold hold, int limit) {
    return gates
        .before(Point.BEFORE_OFFSETS, () -> super.assign(hold, limit))
        .call(done -> gates.pass(Point.AFTER_OFFSETS));
  }

  @Override
  Uni<Void> published(String channel, Position position) {
    return gates
        .before(Point.BEFORE_NOTE, () -> super.published(channel, position))
        .call(done -> gates.pass(Point.AFTER_NOTE));
  }

  @Override
  Uni<Boolean> replaceEpoch(Hold hold, String epoch, String channel, Position seen) {
    return gates.before(
        Point.BEFORE_NEW_EPOCH, () -> super.replaceEpoch(hold, epoch, channel, seen));
  }
}
