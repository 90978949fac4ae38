package io.kucun.inventory.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;

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

  /** The server's {@code run_id}: another one after each restart and failover. */
  public String runId() {
    return runId;
  }

  /** Sends one command; the item is null for a Redis nil. */
  public Uni<Response> send(Request command) {
    return connection.send(command);
  }

  /**
   * Sends commands in one write, executed in order; fails if any fails. An item is null for a Redis
   * nil.
   */
  public Uni<List<Response>> batch(List<Request> commands) {
    return connection.batch(commands);
  }
}
