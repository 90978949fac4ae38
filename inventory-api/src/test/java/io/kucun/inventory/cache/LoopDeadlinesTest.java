package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kucun.inventory.redis.EventLoops;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxOptions;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deadlines of event loops")
class LoopDeadlinesTest {
  private static final int LOOPS = 3;
  private static final int LIMIT = 20;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
  private final EventLoops loops = new EventLoops(vertx.getDelegate());
  private final LoopDeadlines deadlines = new LoopDeadlines(Duration.ofMillis(25), vertx);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void close() {
    released.countDown();
    vertx.closeAndAwait();
  }

  private record Late(Throwable failure, Thread thread) {}

  private CompletableFuture<Late> lateOn(int loop) {
    CompletableFuture<Late> late = new CompletableFuture<>();
    loops.executor(loop).execute(() -> watch(late));
    return late;
  }

  private void watch(CompletableFuture<Late> late) {
    deadlines
        .here()
        .<@Nullable Object>watch(
            item -> late.completeExceptionally(new AssertionError(item)),
            failure -> late.complete(new Late(failure, Thread.currentThread())));
  }

  private void hold() {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Thread thread(int loop) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    loops.executor(loop).execute(() -> thread.complete(Thread.currentThread()));
    return thread.join();
  }

  @Test
  @DisplayName("come whatever keeps another loop busy, whose own come when it goes on")
  void busy() throws Exception {
    CompletableFuture<Late> own = new CompletableFuture<>();
    CountDownLatch busy = new CountDownLatch(1);
    loops
        .executor(0)
        .execute(() -> {
          watch(own);
          busy.countDown();
          hold();
        });
    assertThat(busy.await(LIMIT, TimeUnit.SECONDS)).isTrue();
    for (int loop = 1; loop < LOOPS; loop++) {
      Late late = lateOn(loop).get(LIMIT, TimeUnit.SECONDS);
      assertThat(late.failure()).isInstanceOf(TimeoutException.class);
      assertThat(late.thread()).isSameAs(thread(loop));
    }
    assertThat(own).isNotDone();
    released.countDown();
    assertThat(own.get(LIMIT, TimeUnit.SECONDS).thread()).isSameAs(thread(0));
  }

  @Test
  @DisplayName("are one set for each loop, and one for all who are on none")
  void sets() throws Exception {
    Set<Deadlines> sets = new HashSet<>();
    for (int i = 0; i < 2 * LOOPS; i++) {
      CompletableFuture<Deadlines> here = new CompletableFuture<>();
      loops.executor(i % LOOPS).execute(() -> here.complete(deadlines.here()));
      sets.add(here.get(LIMIT, TimeUnit.SECONDS));
    }
    assertThat(sets).hasSize(LOOPS).doesNotContain(deadlines.here());
    assertThat(deadlines.here()).isSameAs(deadlines.here());
  }

  @Test
  @DisplayName("come to who is on no loop too")
  void elsewhere() throws Exception {
    CompletableFuture<Late> late = new CompletableFuture<>();
    watch(late);
    assertThat(late.get(LIMIT, TimeUnit.SECONDS).failure()).isInstanceOf(TimeoutException.class);
  }
}
