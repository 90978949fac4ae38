package io.kucun.gateway.source;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The subscription in Redis: one connection that does nothing else, made again whenever it is lost.
 * Each attempt has a client of its own, because closing that is the one way to be rid of a
 * connection that hangs before it is usable. Belongs to the thread of its context.
 */
final class Link {

  /** What happens on the link, on its thread. */
  interface Listener {
    /** Everything published from now on arrives. */
    void up();

    void down(String reason);

    void message(String redisChannel, byte[] payload);

    /** What answered is a cluster, with which no attempt can succeed; {@link #down} follows. */
    default void refused() {}
  }

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Context context;
  private final Supplier<Redis> clients;
  private final List<String> channels;
  private final Listener listener;
  private final Backoff backoff;
  private final Set<String> confirmed = new HashSet<>();
  private @Nullable Redis client;
  private @Nullable RedisConnection connection;
  private int attempt;
  private long deadline = -1;
  private boolean up;
  private boolean closed;
  private volatile long answeredAt = System.nanoTime();

  Link(
      Vertx vertx,
      Context context,
      Supplier<Redis> clients,
      List<String> channels,
      Listener listener,
      Backoff backoff) {
    this.vertx = vertx;
    this.context = context;
    this.clients = clients;
    this.channels = channels;
    this.listener = listener;
    this.backoff = backoff;
  }

  void open() {
    int mine = ++attempt;
    expect("no answer from Redis");
    Redis fresh = clients.get();
    client = fresh;
    fresh
        .connect()
        .onComplete(made ->
            context.runOnContext(v -> {
              if (made.succeeded() && mine == attempt) {
                inspect(made.result(), mine);
              } else if (made.failed()) {
                lost(mine, reason(made.cause()));
              }
            }));
  }

  void close() {
    closed = true;
    lost(attempt, "stopped");
  }

  /** Asks Redis for a sign of life; without one the link is made anew. */
  void probe() {
    if (up && connection != null && deadline < 0) {
      expect("the link is silent");
      send(connection, attempt, channels.getFirst());
    }
  }

  /** How long ago Redis last answered on the link; before its first answer, since it was begun. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - answeredAt);
  }

  /** Gives the link up, for what came over it could not be used. */
  void abandon(String reason) {
    lost(attempt, reason);
  }

  /**
   * The keys of one channel lie in different slots of a cluster, so that it is of no use; and a
   * replica may have lost its primary.
   */
  private void inspect(RedisConnection made, int mine) {
    made.send(Request.cmd(Command.INFO))
        .onComplete(answer ->
            context.runOnContext(v -> {
              if (mine != attempt) {
                return;
              }
              if (answer.failed()) {
                lost(mine, reason(answer.cause()));
              } else if (answer.result().toString().contains("cluster_enabled:1")) {
                listener.refused();
                lost(mine, "it is a node of a Redis Cluster");
              } else if (Primary.isReplica(answer.result())) {
                lost(mine, Primary.IS_REPLICA);
              } else {
                subscribe(made, mine);
              }
            }));
  }

  private void subscribe(RedisConnection made, int mine) {
    connection = made;
    confirmed.clear();
    made.handler(reply -> context.runOnContext(v -> receive(reply, mine)));
    made.endHandler(end -> context.runOnContext(v -> lost(mine, "Redis closed the connection")));
    made.exceptionHandler(e -> context.runOnContext(v -> lost(mine, reason(e))));
    channels.forEach(channel -> send(made, mine, channel));
  }

  private void send(RedisConnection to, int mine, String channel) {
    to.send(Request.cmd(Command.SUBSCRIBE).arg(channel))
        .onFailure(e -> context.runOnContext(v -> lost(mine, reason(e))));
  }

  private void receive(@Nullable Response reply, int mine) {
    if (mine != attempt || reply == null || reply.size() < 3) {
      return;
    }
    switch (reply.get(0).toString()) {
      case "message" -> listener.message(reply.get(1).toString(), reply.get(2).toBytes());
      case "subscribe" -> confirm(reply.get(1).toString());
      default -> {}
    }
  }

  private void confirm(String channel) {
    confirmed.add(channel);
    if (confirmed.size() == channels.size()) {
      vertx.cancelTimer(deadline);
      deadline = -1;
      answeredAt = System.nanoTime();
      if (up) {
        // Reset by the first probe only: a link that breaks as soon as it is made must not be made
        // in a tight loop.
        backoff.reset();
      } else {
        up = true;
        listener.up();
      }
    }
  }

  private void expect(String orElse) {
    int mine = attempt;
    vertx.cancelTimer(deadline);
    deadline =
        vertx.setTimer(PATIENCE.toMillis(), t -> context.runOnContext(v -> lost(mine, orElse)));
  }

  private void lost(int mine, String reason) {
    if (mine != attempt) {
      return;
    }
    attempt++;
    vertx.cancelTimer(deadline);
    deadline = -1;
    up = false;
    connection = null;
    if (client != null) {
      client.close();
      client = null;
    }
    if (closed) {
      return;
    }
    listener.down(reason);
    vertx.setTimer(
        backoff.next().toMillis(),
        t -> {
          if (!closed) {
            open();
          }
        });
  }

  private static String reason(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
