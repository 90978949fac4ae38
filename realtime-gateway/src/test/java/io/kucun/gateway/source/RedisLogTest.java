package io.kucun.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.gateway.envelope.Envelope;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.MultiType;
import io.vertx.redis.client.impl.types.SimpleStringType;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Older events of a log")
class RedisLogTest {

  /** Fails so many commands, then has an empty log. */
  private static final class Cut implements Redis {
    private final int cuts;
    private final AtomicInteger sent = new AtomicInteger();

    Cut(int cuts) {
      this.cuts = cuts;
    }

    @Override
    public Future<RedisConnection> connect() {
      return Future.succeededFuture(new FakeConnection(this::answer));
    }

    private Future<List<@Nullable Response>> answer(List<Request> commands) {
      assertThat(commands)
          .extracting(Request::command)
          .hasSize(2)
          .startsWith(Command.INFO)
          .containsAnyOf(Command.XREVRANGE, Command.MGET);
      return sent.getAndIncrement() < cuts
          ? Future.failedFuture(new ClosedChannelException())
          : Future.succeededFuture(
              List.of(SimpleStringType.create("role:master"), MultiType.create(0, false)));
    }

    @Override
    public Future<@Nullable Response> send(Request command) {
      return Future.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public Future<List<@Nullable Response>> batch(List<Request> commands) {
      return Future.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public void close() {}
  }

  private static RedisLog log(Cut redis) {
    return new RedisLog(redis, "kucun", 10, 1_000, Runnable::run);
  }

  private static Optional<List<Envelope>> read(Cut redis) {
    CompletableFuture<Optional<List<Envelope>>> answer = new CompletableFuture<>();
    log(redis).read("orders", 5, 4, events -> answer.complete(Optional.ofNullable(events)));
    return answer.join();
  }

  @Test
  @DisplayName("are asked for once more when the connection is cut")
  void cut() {
    Cut redis = new Cut(2);
    assertThat(read(redis)).contains(List.of());
    assertThat(redis.sent).hasValue(3);
  }

  @Test
  @DisplayName("are out of reach when that does not help")
  void away() {
    Cut redis = new Cut(100);
    assertThat(read(redis)).isEmpty();
    assertThat(redis.sent).hasValue(4);
  }

  @Test
  @DisplayName("and where a channel stands, is asked for once more as well: no link is given up")
  void positions() {
    Cut redis = new Cut(2);
    assertThat(log(redis).positions(List.of()).await().indefinitely()).isEmpty();
    assertThat(redis.sent).hasValue(3);
  }
}
