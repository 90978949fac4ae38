package io.kucun.inventory.events;

import io.kucun.inventory.events.Standing.Filling;
import io.kucun.inventory.redis.RedisLinks;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The log of a relay that can be halted. */
final class HaltingLog extends RedisLog {
  private final Gates gates;

  HaltingLog(RedisLinks links, EventSettings settings, Scripts scripts, Gates gates) {
    super(links, "kucun", settings, scripts);
    this.gates = gates;
  }

  @Override
  Uni<Void> publish(Numbered batch) {
    return gates
        .before(Point.BEFORE_PUBLISHING, () -> super.publish(batch))
        .call(done -> gates.pass(Point.AFTER_PUBLISHING));
  }

  @Override
  Uni<Void> restart(String channel, String seen, Filling filling) {
    return gates.before(Point.BEFORE_RESTART, () -> super.restart(channel, seen, filling));
  }

  @Override
  Uni<Void> refill(
      String channel, Filling filling, long last, Numbered batch, @Nullable Position end) {
    return gates.before(
        Point.BEFORE_REFILL, () -> super.refill(channel, filling, last, batch, end));
  }
}
