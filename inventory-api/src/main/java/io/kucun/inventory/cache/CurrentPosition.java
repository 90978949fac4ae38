package io.kucun.inventory.cache;

import io.kucun.inventory.events.Positions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Which events a read of the database that begins now certainly contains. */
@ApplicationScoped
public class CurrentPosition {
  private final RedisBudget redis;
  private final CacheKeys keys;
  private final Positions committed;

  CurrentPosition(RedisBudget redis, CacheKeys keys, Positions committed) {
    this.redis = redis;
    this.keys = keys;
    this.committed = committed;
  }

  /** The value of {@code Kucun-Position}; a null item if neither Redis nor the database tells. */
  public Uni<String> now() {
    Request command = Request.cmd(Command.MGET);
    keys.positions().forEach(command::arg);
    return redis
        .ask(session -> session.send(command))
        .map(answer -> Snapshot.position(Objects.requireNonNull(answer).getDelegate(), 0))
        .onFailure()
        .recoverWithNull()
        .onItem()
        .ifNull()
        .switchTo(committed::committed)
        .onFailure()
        .recoverWithNull();
  }
}
