package io.kucun.inventory.redis;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one run of a Redis server. When the connection ends, so does the session: its
 * commands fail and a new session, perhaps with another run, takes its place.
 */
public final class RedisSession {
  private final RedisConnection connection;
  private final String runId;
  private final AtomicReference<@Nullable UniEmitter<? super Void>> confirmation =
      new AtomicReference<>();
  private volatile @Nullable String channel;

  RedisSession(RedisConnection connection, String runId) {
    this.connection = connection;
    this.runId = runId;
  }

  /** Which history of data the server has: another one after each restart and promotion. */
  public String runId() {
    return runId;
  }

  /** Sends one command; the item is null for a Redis nil. */
  public Uni<Response> send(Request command) {
    return connection.send(command);
  }

  /** The same without stages around it, for what happens at every read. */
  public Future<io.vertx.redis.client.@Nullable Response> ask(
      io.vertx.redis.client.Request command) {
    return connection.getDelegate().send(command);
  }

  /** The same of a batch. */
  public Future<List<io.vertx.redis.client.@Nullable Response>> ask(
      List<io.vertx.redis.client.Request> commands) {
    return connection.getDelegate().batch(commands);
  }

  /** Follows a channel; completes when Redis has confirmed. */
  Uni<Void> subscribe(String name, Consumer<String> messages) {
    channel = name;
    connection.handler(push -> {
      if (push.size() == 3 && push.get(0).toString().equals("message")) {
        messages.accept(push.get(2).toString());
      } else if (push.size() == 3 && push.get(0).toString().equals("subscribe")) {
        confirmed();
      }
    });
    return subscribed(name);
  }

  /** Completes with a sign of life. */
  Uni<Void> probe() {
    String followed = channel;
    return followed == null
        ? connection.send(Request.cmd(Command.PING)).replaceWithVoid()
        : subscribed(followed);
  }

  /**
   * The client forgets the command that waits when something is pushed to it, so here nothing ever
   * waits: a subscription is confirmed by a push itself, also one that is there already.
   */
  private Uni<Void> subscribed(String name) {
    return Uni.createFrom()
        .emitter(emitter -> {
          confirmation.set(emitter);
          connection
              .send(Request.cmd(Command.SUBSCRIBE).arg(name))
              .subscribe()
              .with(sent -> {}, emitter::fail);
        });
  }

  private void confirmed() {
    UniEmitter<? super Void> emitter = confirmation.getAndSet(null);
    if (emitter != null) {
      emitter.complete(null);
    }
  }

  /**
   * Sends commands in one write, executed in order; fails if any fails. An item is null for a Redis
   * nil.
   */
  public Uni<List<Response>> batch(List<Request> commands) {
    return connection.batch(commands);
  }
}
