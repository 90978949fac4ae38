package io.kucun.gateway.source;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Redis of which only the primary is heard. A Sentinel that has not learnt of a failover goes on
 * to name the old primary, and what that one says as a replica may be old (Guidelines for Redis
 * clients with support for Redis Sentinel, step 3).
 */
final class Primary {

  /** What is said of a Redis that is none. */
  static final String IS_REPLICA = "it is a replica, not the primary";

  private static final Request WHO = Request.cmd(Command.INFO).arg("replication");

  private final Redis redis;

  Primary(Redis redis) {
    this.redis = redis;
  }

  /** The answers to commands that are sent together, over one connection. */
  Future<List<@Nullable Response>> ask(Request... commands) {
    List<Request> all = new ArrayList<>(List.of(commands));
    all.addFirst(WHO);
    return redis
        .connect()
        .compose(connection ->
            connection
                .batch(all)
                .compose(replies ->
                    isReplica(replies.getFirst())
                        ? leave(connection)
                        : Future.succeededFuture(replies.subList(1, replies.size())))
                .eventually(() -> connection.close()));
  }

  /** Ends the connection: given back as it is, it would be used again. */
  private static Future<List<@Nullable Response>> leave(RedisConnection connection) {
    return connection
        .send(Request.cmd(Command.QUIT))
        .transform(ended -> Future.failedFuture(IS_REPLICA));
  }

  /** Whether what {@code INFO} said is that of a replica. */
  static boolean isReplica(@Nullable Response info) {
    return info != null && info.toString().contains("role:slave");
  }
}
