package io.kucun.inventory.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.testing.Eventually;
import io.kucun.local.servers.LocalServers;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Links to Redis")
class RedisLinksTest {
  private static final int LOOPS = 3;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
  private final EventLoops loops = new EventLoops(vertx.getDelegate());

  @AfterEach
  void close() {
    vertx.closeAndAwait();
  }

  /** What is seen on each event loop, twice. */
  private List<RedisSession> seen(RedisLinks links) {
    List<RedisSession> seen = new ArrayList<>();
    for (int i = 0; i < 2 * LOOPS; i++) {
      CompletableFuture<RedisSession> session = new CompletableFuture<>();
      loops.executor(i % LOOPS).execute(() -> session.complete(links.session().orElseThrow()));
      seen.add(session.join());
    }
    return seen;
  }

  private RedisLinks open(int size) {
    RedisLinks links = TestLinks.open(vertx, size, LocalServers.redisUrl());
    Eventually.holds(() -> assertThat(links.up()).isEqualTo(size));
    return links;
  }

  @Test
  @DisplayName("are one for each event loop, which sees always its own")
  void onePerLoop() {
    RedisLinks links = open(LOOPS);
    List<RedisSession> seen = seen(links);
    assertThat(seen.subList(0, LOOPS)).doesNotHaveDuplicates();
    assertThat(seen.subList(LOOPS, 2 * LOOPS)).isEqualTo(seen.subList(0, LOOPS));
    TestLinks.close(links);
  }

  @Test
  @DisplayName("are shared when there are fewer than event loops")
  void fewer() {
    RedisLinks links = open(LOOPS - 1);
    List<RedisSession> seen = seen(links);
    assertThat(seen.subList(0, LOOPS - 1)).doesNotHaveDuplicates();
    assertThat(seen.get(LOOPS - 1)).isSameAs(seen.getFirst());
    TestLinks.close(links);
  }

  @Test
  @DisplayName("are all used by who runs on no event loop")
  void elsewhere() {
    RedisLinks links = open(LOOPS);
    List<RedisSession> seen =
        List.of(
            links.session().orElseThrow(),
            links.session().orElseThrow(),
            links.session().orElseThrow());
    assertThat(seen).doesNotHaveDuplicates();
    TestLinks.close(links);
  }

  @Test
  @DisplayName("stand in for one that is down")
  void oneDown() {
    Redis client = Redis.createClient(vertx, LocalServers.redisUrl());
    RedisLink down = link(Runnable::run, client, new ConcurrentLinkedQueue<>());
    RedisLink up = link(Runnable::run, client, new ConcurrentLinkedQueue<>());
    assertThat(RedisLinks.firstUp(List.of(down, up), 0)).isEmpty();
    up.connect();
    Eventually.holds(() -> assertThat(up.session()).isNotNull());
    for (int number = 0; number < 4; number++) {
      assertThat(RedisLinks.firstUp(List.of(down, up), number)).containsSame(up.session());
    }
    up.close();
  }

  @Test
  @DisplayName("have their connection on their event loop")
  void atHome() {
    for (int i = 0; i < LOOPS; i++) {
      Executor home = loops.executor(i);
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      home.execute(() -> thread.complete(Thread.currentThread()));
      Queue<Thread> told = new ConcurrentLinkedQueue<>();
      RedisLink link = link(home, Redis.createClient(vertx, LocalServers.redisUrl()), told);
      link.connect();
      Eventually.holds(() -> assertThat(told).containsExactly(thread.join()));
      link.close();
    }
  }

  @Test
  @DisplayName("answer, whoever asks")
  void answer() {
    RedisLinks links = open(1);
    String pong =
        links
            .session()
            .orElseThrow()
            .send(Request.cmd(Command.PING))
            .await()
            .atMost(Duration.ofSeconds(20))
            .toString();
    assertThat(pong).isEqualTo("PONG");
    TestLinks.close(links);
  }

  private RedisLink link(Executor home, Redis client, Queue<Thread> told) {
    return new RedisLink(
        vertx,
        home,
        () -> client,
        new RedisLink.Listener() {
          @Override
          public void up(RedisSession session) {
            told.add(Thread.currentThread());
          }

          @Override
          public void down(String reason) {
            throw new AssertionError(reason);
          }
        });
  }
}
