package io.kucun.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Deadlines")
class DeadlinesTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Queue<Runnable> timers = new ArrayDeque<>();
  private final Deadlines deadlines =
      new Deadlines(Duration.ofMillis(25), nanos::get, (millis, task) -> timers.add(task));

  private UniAssertSubscriber<String> within(Uni<String> work) {
    return Uni.createFrom()
        .<String>emitter(emitter -> {
          Deadlines.Wait<String> wait = deadlines.watch(emitter::complete, emitter::fail);
          work.subscribe().with(wait::succeed, wait::fail);
        })
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create());
  }

  private void tick(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    timers.remove().run();
  }

  @Test
  @DisplayName("fail what is late, in the order of the beginnings, and leave the rest alone")
  void late() {
    UniAssertSubscriber<String> first = within(Uni.createFrom().nothing());
    nanos.addAndGet(Duration.ofMillis(10).toNanos());
    UniAssertSubscriber<String> second = within(Uni.createFrom().nothing());
    tick(14);
    first.assertNotTerminated();
    tick(1);
    first.assertFailedWith(TimeoutException.class);
    second.assertNotTerminated();
    tick(10);
    second.assertFailedWith(TimeoutException.class);
  }

  @Test
  @DisplayName("let an answer through that is in time, and drop one that is not")
  void answers() {
    CompletableFuture<String> early = new CompletableFuture<>();
    UniAssertSubscriber<String> read = within(Uni.createFrom().completionStage(early));
    early.complete("in time");
    read.assertItem("in time");
    CompletableFuture<String> slow = new CompletableFuture<>();
    UniAssertSubscriber<String> late = within(Uni.createFrom().completionStage(slow));
    tick(25);
    slow.complete("too late");
    late.assertFailedWith(TimeoutException.class);
  }

  @Test
  @DisplayName("pass failures on")
  void failures() {
    within(Uni.createFrom().failure(new IllegalStateException("broken")))
        .assertFailedWith(IllegalStateException.class);
  }

  @Test
  @DisplayName("need one timer however many wait, and none when nobody does")
  void oneTimer() {
    for (int i = 0; i < 100; i++) {
      within(Uni.createFrom().item("at once"));
    }
    within(Uni.createFrom().nothing());
    assertThat(timers).hasSize(1);
    tick(25);
    assertThat(timers).isEmpty();
  }
}
