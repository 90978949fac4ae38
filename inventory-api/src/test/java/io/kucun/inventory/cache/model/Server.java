package io.kucun.inventory.cache.model;

import io.kucun.inventory.cache.model.Protocol.Op;
import io.kucun.inventory.cache.model.Protocol.Rule;
import io.kucun.inventory.cache.model.Redis.Entry;

/** What Redis makes of a command under a protocol. */
final class Server {
  private final Protocol protocol;

  Server(Protocol protocol) {
    this.protocol = protocol;
  }

  /** The stamp that an {@code MGET} yields. */
  Stamp stamp(Redis redis) {
    return protocol.keeps(Rule.STAMPED)
        ? new Stamp(
            protocol.keeps(Rule.RUN_IN_STAMP) ? redis.run() : 0, redis.product(), redis.stock())
        : Stamp.NONE;
  }

  /** Carries an invalidation out. */
  State invalidate(State now, Op op) {
    return switch (op) {
      case BUMP_PRODUCT, BUMP_STOCK -> bump(now, op.tag());
      case DELETE -> now.with(now.redis().with(Entry.NONE));
      case BURY -> now.with(now.redis().with(Entry.TOMBSTONE));
      default -> throw new IllegalArgumentException(op.name());
    };
  }

  static Act act(Op op) {
    return switch (op) {
      case COMMIT -> Act.COMMITS;
      case BUMP_PRODUCT, BUMP_STOCK -> Act.BUMPS;
      case DELETE -> Act.DELETES;
      case BURY -> Act.BURIES;
      case ACKNOWLEDGE -> Act.ACKNOWLEDGES;
      case TAKE -> Act.TAKES;
      case PUBLISH -> Act.PUBLISHES;
    };
  }

  private State bump(State now, int tag) {
    if (protocol.keeps(Rule.RANDOM_GENERATIONS)) {
      State named = now.named();
      return named.with(named.redis().with(tag, named.names()));
    }
    return now.with(now.redis().with(tag, now.redis().generation(tag) + 1));
  }

  /** {@code SET NX}: a generation where there is none. */
  State create(State now, int tag) {
    return now.redis().generation(tag) == 0 ? bump(now, tag) : now;
  }
}
