package io.kucun.gateway;

import io.kucun.gateway.session.entry.TicketStore;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;

/** Keeps tickets in Redis, under {@code {namespace}:ticket:}. */
final class RedisTicketStore implements TicketStore {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Redis redis;
  private final String prefix;

  RedisTicketStore(Redis redis, String namespace) {
    this.redis = redis;
    this.prefix = namespace + ":ticket:";
  }

  @Override
  public Uni<Void> put(String name, String value, Duration keptFor) {
    Request set =
        Request.cmd(Command.SET)
            .arg(prefix + name)
            .arg(value)
            .arg("PX")
            .arg(keptFor.toMillis())
            .arg("NX");
    return send(set).replaceWithVoid();
  }

  @Override
  public Uni<Optional<String>> take(String name) {
    return send(Request.cmd(Command.GETDEL).arg(prefix + name))
        .map(reply -> reply.map(Response::toString));
  }

  private Uni<Optional<Response>> send(Request request) {
    return Uni.createFrom()
        .completionStage(() -> redis.send(request).map(Optional::ofNullable).toCompletionStage())
        .ifNoItem()
        .after(PATIENCE)
        .fail();
  }
}
