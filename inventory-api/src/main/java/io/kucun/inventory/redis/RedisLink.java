package io.kucun.inventory.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One place for a session: connects, and connects again with back-off and jitter whenever the
 * session ends.
 */
final class RedisLink {
  private static final Duration FIRST_DELAY = Duration.ofMillis(100);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final Redis redis;
  private final Listener listener;
  private volatile @Nullable RedisSession session;
  private volatile boolean closed;
  private long delayMillis = FIRST_DELAY.toMillis();

  /** Is told of each change; the reason is for people. */
  interface Listener {
    void up();

    void down(String reason);
  }

  RedisLink(Vertx vertx, Redis redis, Listener listener) {
    this.vertx = vertx;
    this.redis = redis;
    this.listener = listener;
  }

  @Nullable RedisSession session() {
    return session;
  }

  void connect() {
    if (closed) {
      return;
    }
    redis
        .connect()
        .flatMap(this::identify)
        .ifNoItem()
        .after(CONNECT_TIMEOUT)
        .fail()
        .subscribe()
        .with(this::connected, this::failed);
  }

  void close() {
    closed = true;
  }

  private Uni<Opened> identify(RedisConnection connection) {
    return connection
        .send(Request.cmd(Command.INFO).arg("server"))
        .map(info -> new Opened(connection, RunId.of(info.toString())))
        .onFailure()
        .call(connection::close);
  }

  private void connected(Opened opened) {
    RedisSession fresh = new RedisSession(opened.connection(), opened.runId());
    opened.connection().exceptionHandler(failure -> ended(fresh, failure.getMessage()));
    opened.connection().endHandler(() -> ended(fresh, "the connection was closed"));
    delayMillis = FIRST_DELAY.toMillis();
    session = fresh;
    listener.up();
  }

  private void ended(RedisSession which, @Nullable String reason) {
    synchronized (this) {
      if (closed || session != which) {
        return;
      }
      session = null;
    }
    failed(new java.io.IOException(reason));
  }

  private void failed(Throwable failure) {
    listener.down(String.valueOf(failure.getMessage()));
    long wait = delayMillis / 2 + ThreadLocalRandom.current().nextLong(delayMillis / 2 + 1);
    delayMillis = Math.min(delayMillis * 2, LONGEST_DELAY.toMillis());
    if (!closed) {
      vertx.setTimer(wait, timer -> connect());
    }
  }

  private record Opened(RedisConnection connection, String runId) {}
}
