package io.kucun.inventory.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisConnection;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One place for a session: connects, and connects again with back-off and jitter whenever the
 * session ends. A server that does not answer counts as gone. Each attempt has a client of its own,
 * because closing that is the one way to be rid of a connection that hangs.
 */
final class RedisLink {
  private static final long PATIENCE_MILLIS = 2_000;

  private final Vertx vertx;
  private final Executor home;
  private final Supplier<Redis> clients;
  private final Listener listener;
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
  private volatile @Nullable RedisSession session;
  private volatile @Nullable Attempt current;
  private volatile boolean closed;

  /** Is told of each change; the reason is for people. */
  interface Listener {
    void up(RedisSession session);

    void down(String reason);

    /** What answered is a cluster, with which no attempt can succeed; {@link #down} follows. */
    default void refused() {}
  }

  /**
   * Not connected yet.
   *
   * @param home where it connects: what runs an event loop's tasks binds the connection to that
   *     loop
   */
  RedisLink(Vertx vertx, Executor home, Supplier<Redis> clients, Listener listener) {
    this.vertx = vertx;
    this.home = home;
    this.clients = clients;
    this.listener = listener;
  }

  @Nullable RedisSession session() {
    return session;
  }

  void connect() {
    home.execute(() -> {
      if (!closed) {
        Attempt attempt = new Attempt(clients.get());
        current = attempt;
        attempt.start();
      }
    });
  }

  void close() {
    closed = true;
    Attempt attempt = current;
    if (attempt != null) {
      attempt.end("closed");
    }
  }

  private void again() {
    if (!closed) {
      vertx.setTimer(backoff.nextMillis(), timer -> connect());
    }
  }

  /**
   * A connection from its making to its end. Its events may come on any thread, its end comes once.
   */
  private final class Attempt {
    private final Redis client;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile long deadline;

    Attempt(Redis client) {
      this.client = client;
    }

    void start() {
      expectAnswer();
      client.connect().flatMap(this::identified).subscribe().with(this::opened, this::failed);
    }

    private void failed(Throwable failure) {
      if (failure instanceof ClusterException && !over.get()) {
        listener.refused();
      }
      end(Reason.of(failure));
    }

    private Uni<RedisSession> identified(RedisConnection connection) {
      connection.exceptionHandler(failure -> end(Reason.of(failure)));
      connection.endHandler(() -> end("the connection was closed"));
      return connection
          .send(Request.cmd(Command.INFO))
          .map(info -> {
            ClusterException.check(info.toString());
            ReplicaException.check(info.toString());
            return new RedisSession(connection, RunId.of(info.toString()));
          });
    }

    private void opened(RedisSession fresh) {
      answered(fresh);
      backoff.reset();
      session = fresh;
      if (over.get()) {
        session = null;
      } else {
        listener.up(fresh);
      }
    }

    private void expectAnswer() {
      deadline = vertx.setTimer(PATIENCE_MILLIS, timer -> end("no answer within 2 s"));
    }

    private void answered(RedisSession from) {
      vertx.cancelTimer(deadline);
      deadline = vertx.setTimer(PATIENCE_MILLIS, timer -> probe(from));
    }

    private void probe(RedisSession from) {
      expectAnswer();
      from.probe().subscribe().with(pong -> answered(from), failure -> end(Reason.of(failure)));
    }

    void end(String reason) {
      if (over.compareAndSet(false, true)) {
        vertx.cancelTimer(deadline);
        session = null;
        client.close();
        if (!closed) {
          listener.down(reason);
        }
        again();
      }
    }
  }
}
