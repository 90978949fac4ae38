package io.kucun.gateway.source;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers commands that are sent together as the test says. */
record FakeConnection(Function<List<Request>, Future<List<@Nullable Response>>> answer)
    implements RedisConnection {

  @Override
  public Future<List<@Nullable Response>> batch(List<Request> commands) {
    return answer.apply(commands);
  }

  @Override
  public Future<@Nullable Response> send(Request command) {
    return Future.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  @Override
  public RedisConnection exceptionHandler(@Nullable Handler<Throwable> handler) {
    return this;
  }

  @Override
  public RedisConnection handler(@Nullable Handler<Response> handler) {
    return this;
  }

  @Override
  public RedisConnection endHandler(@Nullable Handler<Void> handler) {
    return this;
  }

  @Override
  public RedisConnection pause() {
    return this;
  }

  @Override
  public RedisConnection resume() {
    return this;
  }

  @Override
  public RedisConnection fetch(long amount) {
    return this;
  }

  @Override
  public boolean pendingQueueFull() {
    return false;
  }
}
