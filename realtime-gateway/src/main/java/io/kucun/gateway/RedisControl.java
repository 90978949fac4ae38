package io.kucun.gateway;

import io.kucun.gateway.session.entry.ControlChannel;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;

/** Tells the services over Redis, on {@code {namespace}:control}. */
final class RedisControl implements ControlChannel {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Redis redis;
  private final String channel;

  RedisControl(Redis redis, String namespace) {
    this.redis = redis;
    this.channel = namespace + ":control";
  }

  @Override
  public Uni<Void> tell(String message) {
    Request publish = Request.cmd(Command.PUBLISH).arg(channel).arg(message);
    return Uni.createFrom()
        .completionStage(() -> redis.send(publish).toCompletionStage())
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .replaceWithVoid();
  }
}
