package io.kucun.inventory.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;
import java.util.function.Consumer;

/**
 * One connection to one run of a Redis server. When the connection ends, so does the session: its
 * commands fail and a new session, perhaps with another run, takes its place.
 */
public final class RedisSession {
  private final RedisConnection connection;
  private final String runId;

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

  /**
   * Follows a channel; the session can still send commands, because Redis marks what it pushes
   * (RESP3).
   */
  Uni<Void> subscribe(String channel, Consumer<String> messages) {
    connection.handler(push -> {
      if (push.size() == 3 && push.get(0).toString().equals("message")) {
        messages.accept(push.get(2).toString());
      }
    });
    return connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).replaceWithVoid();
  }

  /**
   * Sends commands in one write, executed in order; fails if any fails. An item is null for a Redis
   * nil.
   */
  public Uni<List<Response>> batch(List<Request> commands) {
    return connection.batch(commands);
  }
}
